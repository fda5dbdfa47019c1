# integer valued floats stay floats
x = 5.0
print(x * 2, x // 2, x % 2, x ** 2, x - 5, 2 * x, x == 5, x is not None)
# expect: 10.0 2.0 1.0 25.0 0.0 10.0 True True
print([1.0, 2], {1.0}, (0.0,), {2.0: 1.5}, str(100.0), int(1e15) + 1)
# expect: [1.0, 2] {1.0} (0.0,) {2.0: 1.5} 100.0 1000000000000001
