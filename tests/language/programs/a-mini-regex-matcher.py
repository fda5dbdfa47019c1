# a mini regex matcher
def match(pattern, text):
    if pattern.startswith("^"):
        return here(pattern[1:], text)
    return any(here(pattern, text[i:]) for i in range(len(text) + 1))


def here(p, t):
    match p:
        case "":
            return True
        case "$":
            return t == ""
        case _ if len(p) > 1 and p[1] == "*":
            i = 0
            while True:
                if here(p[2:], t[i:]):
                    return True
                if i >= len(t) or p[0] not in (".", t[i]):
                    return False
                i += 1
        case _:
            return bool(t) and p[0] in (".", t[0]) and here(p[1:], t[1:])


for p, t in (("abc", "xabcx"), ("^abc", "xabc"), ("a.c$", "xxabc"), ("ab*c", "ac"), ("ab*c", "abbbc"), ("^.*$", ""), ("x*y", "xxxz"), ("^a*$", "aab")):
    print(p, t, match(p, t))
# expect: abc xabcx True
# expect: ^abc xabc False
# expect: a.c$ xxabc True
# expect: ab*c ac True
# expect: ab*c abbbc True
# expect: ^.*$  True
# expect: x*y xxxz False
# expect: ^a*$ aab False
