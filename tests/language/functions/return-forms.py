# return forms
def nothing(): pass
def bare(): return
def pair(): return 1, 2
def star(): return *range(3), 9
def early(x):
    if x: return "early"
    for i in range(3):
        if i == 1: return i
def in_while():
    while True:
        return "once"


print(nothing(), bare(), pair(), star(), early(1), early(0), in_while())
# expect: None None (1, 2) (0, 1, 2, 9) early 1 once
