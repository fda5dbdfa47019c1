# notes
# python: 3.14
e = ValueError("base")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, e)  # expect: ['first note', 'second'] base
try:
    e.add_note(5)
except TypeError as err:
    print(err)  # expect: add_note() argument must be str, not int
print(hasattr(ValueError(), "__notes__"))  # expect: False
raise e
# raises: ValueError: base
# traceback: Traceback (most recent call last):
# traceback:   File "notes.py", line 12, in <module>
# traceback:     raise e
# traceback: ValueError: base
# traceback: first note
# traceback: second
