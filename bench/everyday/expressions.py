# A parser and interpreter of expressions, with match.
import re
TOK = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")
class Parser:
    def __init__(self, s):
        self.toks = [(n, o) for n, o in TOK.findall(s)]
        self.i = 0
    def peek(self): return self.toks[self.i] if self.i < len(self.toks) else ("", "")
    def next(self): t = self.peek(); self.i += 1; return t
    def expr(self):
        v = self.term()
        while self.peek()[1] in ("+", "-"):
            op = self.next()[1]
            r = self.term()
            v = ("+" if op == "+" else "-", v, r)
        return v
    def term(self):
        v = self.factor()
        while self.peek()[1] in ("*", "/"):
            op = self.next()[1]
            v = (op, v, self.factor())
        return v
    def factor(self):
        n, o = self.next()
        if n: return float(n)
        if o == "(":
            v = self.expr(); self.next(); return v
        if o == "-": return ("neg", self.factor())
        return ("var", o)
def ev(t, env):
    if isinstance(t, float): return t
    match t:
        case ("var", n): return env[n]
        case ("neg", x): return -ev(x, env)
        case ("+", a, b): return ev(a, env) + ev(b, env)
        case ("-", a, b): return ev(a, env) - ev(b, env)
        case ("*", a, b): return ev(a, env) * ev(b, env)
        case ("/", a, b): return ev(a, env) / ev(b, env)
t = Parser("(x + 3.5) * (y - 2) / (1 + x * x) - -(z * 4)").expr()
s = 0.0
for i in range(30000): s += ev(t, {"x": i, "y": i % 7, "z": 0.25})
print(round(s, 6))
class VM:
    def __init__(self, code): self.code = code; self.stack = []; self.pc = 0; self.vars = {}
    def run(self):
        ops = {"push": self.push, "add": self.add, "store": self.store, "load": self.load, "jnz": self.jnz, "sub": self.sub}
        n = 0
        while self.pc < len(self.code):
            op, arg = self.code[self.pc]; self.pc += 1
            ops[op](arg); n += 1
        return n
    def push(self, a): self.stack.append(a)
    def add(self, _): b = self.stack.pop(); a = self.stack.pop(); self.stack.append(a + b)
    def sub(self, _): b = self.stack.pop(); a = self.stack.pop(); self.stack.append(a - b)
    def store(self, a): self.vars[a] = self.stack.pop()
    def load(self, a): self.stack.append(self.vars[a])
    def jnz(self, a):
        if self.stack.pop(): self.pc = a
code = [("push", 0), ("store", "s"), ("push", 40000), ("store", "i"), ("load", "s"), ("load", "i"), ("add", None), ("store", "s"), ("load", "i"), ("push", 1), ("sub", None), ("store", "i"), ("load", "i"), ("jnz", 4)]
vm = VM(code); print(vm.run(), vm.vars)
def bf(src, inp=""):
    jump, st = {}, []
    for i, c in enumerate(src):
        if c == "[": st.append(i)
        elif c == "]": j = st.pop(); jump[i] = j; jump[j] = i
    tape, p, i, out = [0] * 3000, 0, 0, []
    while i < len(src):
        c = src[i]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c == "+": tape[p] = (tape[p] + 1) & 255
        elif c == "-": tape[p] = (tape[p] - 1) & 255
        elif c == ".": out.append(chr(tape[p]))
        elif c == "[" and not tape[p]: i = jump[i]
        elif c == "]" and tape[p]: i = jump[i]
        i += 1
    return "".join(out)
print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++." + "+" * 200 + "[>" + "+" * 100 + "[-]<-]"))
