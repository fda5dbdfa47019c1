# a json parser with error positions
class ParseError(Exception):
    pass


def parse(text):
    pos = 0

    def fail(why):
        raise ParseError(f"{why} at {pos}")

    def skip():
        nonlocal pos
        while pos < len(text) and text[pos] in " \n\t":
            pos += 1

    def value():
        nonlocal pos
        skip()
        if pos >= len(text):
            fail("unexpected end")
        c = text[pos]
        if c == "[":
            pos += 1
            out = []
            skip()
            while text[pos : pos + 1] != "]":
                out.append(value())
                skip()
                if text[pos : pos + 1] == ",":
                    pos += 1
                elif text[pos : pos + 1] != "]":
                    fail("expected , or ]")
            pos += 1
            return out
        if c == '"':
            end = text.find('"', pos + 1)
            if end < 0:
                fail("unterminated string")
            s, pos = text[pos + 1 : end], end + 1
            return s
        start = pos
        while pos < len(text) and (text[pos].isalnum() or text[pos] in "+-."):
            pos += 1
        word = text[start:pos]
        for kind in (int, float):
            try:
                return kind(word)
            except ValueError:
                pass
        pos = start
        fail(f"unexpected {c!r}")

    v = value()
    skip()
    if pos != len(text):
        fail("extra text")
    return v


for t in ('[1, [2.5, "x"], []]', "12", "[1 2]", "[", '"abc', "[1]]", "%", "  7e2 "):
    try:
        print(parse(t))
    except ParseError as e:
        print("error:", e)
# expect: [1, [2.5, 'x'], []]
# expect: 12
# expect: error: expected , or ] at 3
# expect: error: unexpected end at 1
# expect: error: unterminated string at 0
# expect: error: extra text at 3
# expect: error: unexpected '%' at 0
# expect: 700.0
