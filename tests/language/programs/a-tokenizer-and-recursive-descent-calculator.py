# a tokenizer and recursive descent calculator
def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."):
                j += 1
            yield ("num", float(s[i:j]) if "." in s[i:j] else int(s[i:j]))
            i = j
        elif c in "+-*/()^":
            yield (c, c)
            i += 1
        else:
            raise SyntaxError(f"bad character {c!r} at {i}")
    yield ("end", None)


class Parser:
    def __init__(self, s):
        self.tokens = list(tokenize(s))
        self.i = 0

    def peek(self):
        return self.tokens[self.i][0]

    def take(self, kind):
        k, v = self.tokens[self.i]
        if k != kind:
            raise SyntaxError(f"expected {kind}, got {k}")
        self.i += 1
        return v

    def parse(self):
        v = self.expr()
        self.take("end")
        return v

    def expr(self):
        v = self.term()
        while self.peek() in "+-":
            v = v + self.term() if self.take(self.peek()) == "+" else v - self.term()
        return v

    def term(self):
        v = self.factor()
        while self.peek() in ("*", "/"):
            v = v * self.factor() if self.take(self.peek()) == "*" else v / self.factor()
        return v

    def factor(self):
        if self.peek() == "-":
            self.take("-")
            return -self.factor()
        base = self.atom()
        if self.peek() == "^":
            self.take("^")
            return base ** self.factor()
        return base

    def atom(self):
        if self.peek() == "(":
            self.take("(")
            v = self.expr()
            self.take(")")
            return v
        return self.take("num")


for s in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-2^2", "10/4 - 1.5", "2 * (3 + 4) * 5", "1 +", "3 $ 4", "(1"):
    try:
        print(s, "=", Parser(s).parse())
    except SyntaxError as e:
        print(s, "!", e)
# expect: 1 + 2 * 3 = 7
# expect: (1+2)*3 = 9
# expect: 2^3^2 = 512
# expect: -2^2 = -4
# expect: 10/4 - 1.5 = 1.0
# expect: 2 * (3 + 4) * 5 = 70
# expect: 1 + ! expected num, got end
# expect: 3 $ 4 ! bad character '$' at 2
# expect: (1 ! expected ), got end
