# subject is evaluated once
def subject():
    print("evaluated")
    return (3, 4)


match subject():
    case (1, _):
        print("no")
    case (x, 5):
        print("no")
    case (3, y):
        print("yes", y)
# expect: evaluated
# expect: yes 4
match 1, 2, *[3]:
    case a, b, c:
        print(a, b, c)  # expect: 1 2 3
match x := 7:
    case 7:
        print("walrus", x)  # expect: walrus 7
