# global read before and after definition
def f():
    try:
        return value
    except NameError as e:
        return str(e)


print(f())  # expect: name 'value' is not defined
for value in range(60):
    r = f()
print(r)  # expect: 59
del value
print(f())  # expect: name 'value' is not defined
globals()["value"] = "through the dict"
print(f())  # expect: through the dict
globals().pop("value")
print(f())  # expect: name 'value' is not defined
globals().update(value="updated")
print(f())  # expect: updated
