# static attribute of nested classes
class Outer:
    class Inner:
        x = 1

        class Deep:
            y = 2

    z = Inner.x + Inner.Deep.y


print(Outer.z, Outer.Inner.Deep.y, Outer.Inner.__qualname__, Outer.Inner.Deep, Outer().Inner().x)
# expect: 3 2 Outer.Inner <class '__main__.Outer.Inner.Deep'> 1
