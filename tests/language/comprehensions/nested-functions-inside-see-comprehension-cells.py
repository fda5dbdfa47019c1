# nested functions inside see comprehension cells
def make():
    base = 10
    return [(lambda k: base + k + i)(1) for i in range(3)]


print(make())  # expect: [11, 12, 13]


def deep():
    return [[[(i, j, k) for k in range(2)] for j in range(2)] for i in range(2)]


print(deep())
# expect: [[[(0, 0, 0), (0, 0, 1)], [(0, 1, 0), (0, 1, 1)]], [[(1, 0, 0), (1, 0, 1)], [(1, 1, 0), (1, 1, 1)]]]
