# and or return an operand
print(0 or "x", "a" and "b", [] or {} or 0, 1 and [] and 2, None or None)  # expect: x b 0 [] None
def loud(value):
    print("eval", value)
    return value
print(loud(0) and loud(1))
# expect: eval 0
# expect: 0
print(loud(2) or loud(3))
# expect: eval 2
# expect: 2
print(loud(0) or loud(4) and loud(5))
# expect: eval 0
# expect: eval 4
# expect: eval 5
# expect: 5
