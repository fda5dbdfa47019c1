# initialising twice replaces
a = [1, 2, 3]
a.__init__("ab")
print(a)  # expect: ['a', 'b']
a.__init__()
print(a)  # expect: []
