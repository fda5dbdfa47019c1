# soft keywords remain names
match = [1, 2, 3]
case = {"k": 1}
type = "t"
_ = "under"
print(match[0], case["k"], type, _)  # expect: 1 1 t under
match (case):
    case {"k": match}:
        print(match, case)  # expect: 1 {'k': 1}
match, case = 5, 6
match = match + case
print(match)  # expect: 11
