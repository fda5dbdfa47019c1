# attribute moves between instance and class
class A:
    x = 1


a = A()
total = 0
for i in range(600):
    if i == 200:
        a.x = 10
    if i == 400:
        del a.x
        A.x = 100
    total += a.x
print(total)  # expect: 22200
