# in conditions and loops
data = [5, 3, 8]
if (n := len(data)) > 2:
    print("long", n)  # expect: long 3
while (x := data.pop()) != 5:
    print("popped", x)
# expect: popped 8
# expect: popped 3
print(x, data, (y := 1, 2), y, [z := 4, z + 1])  # expect: 5 [] (1, 2) 1 [4, 5]
