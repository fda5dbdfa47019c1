# line joining and odd layouts
x = 1 + \
    2
y = (1 +
     2  # comment
     + 3)
if x: print("one line"); print("two")
# expect: one line
# expect: two
if x == 3: pass
else: print("no")
for i in range(2): print(i, end=";"); print()
# expect: 0;
# expect: 1;
class A: a = 1; b = 2
def f(): x = 5; return x
while x: x -= 1; y += 1
print(x, y, A.b, f())  # expect: 0 9 2 5
z = [
    1,
    2,

    3,
]; print(z)  # expect: [1, 2, 3]
if True:
        print("deep indent")  # expect: deep indent
