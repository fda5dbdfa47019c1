# nested conditions run in order
def p(name, value):
    print(name, value, end="; ")
    return value


print([a + b for a in p("outer", [1, 2]) if p("if", a) > 1 for b in p("inner", [10, 20])])
# expect: outer [1, 2]; if 1; if 2; inner [10, 20]; [12, 22]
