# the types of the singletons give the singleton
for cls in (type(None), type(...), type(NotImplemented)):
    print(cls())
    for call in (lambda: cls(1), lambda: cls(a=1)):
        try:
            call()
        except TypeError as e:
            print(e)
# expect: None
# expect: NoneType takes no arguments
# expect: NoneType takes no arguments
# expect: Ellipsis
# expect: EllipsisType takes no arguments
# expect: EllipsisType takes no arguments
# expect: NotImplemented
# expect: NotImplementedType takes no arguments
# expect: NotImplementedType takes no arguments
print(type(None)() is None)  # expect: True
