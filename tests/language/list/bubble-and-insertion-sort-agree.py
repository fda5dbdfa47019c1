# bubble and insertion sort agree
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x = a[i]
        j = i
        while j > 0 and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


data = [(i * 37) % 101 - 50 for i in range(60)]
print(bubble(data) == insertion(data) == sorted(data), bubble(data)[:6])
# expect: True [-50, -48, -47, -45, -44, -41]
