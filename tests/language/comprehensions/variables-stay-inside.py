# variables stay inside
x = "outer"
print([x for x in range(3)], x)  # expect: [0, 1, 2] outer
print([[x for x in range(y)] for y in range(3)], x)  # expect: [[], [0], [0, 1]] outer
try:
    [hidden for hidden in range(2)]
    print(hidden)
except NameError as e:
    print(e)  # expect: name 'hidden' is not defined
