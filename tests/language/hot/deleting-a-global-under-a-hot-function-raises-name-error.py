# deleting a global under a hot function raises name error
value = 1
def read():
    return value


for _ in range(200):
    read()
del value
try:
    read()
except NameError as error:
    print(error)  # expect: name 'value' is not defined
value = [2]
print(read())  # expect: [2]
globals()["value"] = 3
print(read())  # expect: 3
globals().pop("value")
try:
    read()
except NameError as error:
    print(error)  # expect: name 'value' is not defined
globals().update(value=4)
print(read())  # expect: 4
