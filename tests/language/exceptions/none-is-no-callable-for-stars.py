# calling None with stars names it
for call in (lambda: None(*5), lambda: None(**5), lambda: None(*()), lambda: None(1, *[2])):
    try:
        call()
    except TypeError as error:
        print(error)
# expect: None argument after * must be an iterable, not int
# expect: None argument after ** must be a mapping, not int
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
