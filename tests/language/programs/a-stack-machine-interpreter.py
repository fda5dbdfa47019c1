# a stack machine interpreter
class VM:
    def __init__(self, code):
        self.code, self.stack, self.pc, self.vars, self.out = code, [], 0, {}, []

    def run(self):
        ops = {"push": self.push, "add": lambda: self.bin(lambda a, b: a + b), "mul": lambda: self.bin(lambda a, b: a * b), "sub": lambda: self.bin(lambda a, b: a - b), "lt": lambda: self.bin(lambda a, b: a < b)}
        while self.pc < len(self.code):
            op, *args = self.code[self.pc]
            self.pc += 1
            if op in ops:
                ops[op](*args)
            elif op == "store":
                self.vars[args[0]] = self.stack.pop()
            elif op == "load":
                self.stack.append(self.vars[args[0]])
            elif op == "jz":
                if not self.stack.pop():
                    self.pc = args[0]
            elif op == "jmp":
                self.pc = args[0]
            elif op == "print":
                self.out.append(self.stack.pop())
            else:
                raise ValueError(f"unknown op {op} at {self.pc - 1}")
        return self.out

    def push(self, x):
        self.stack.append(x)

    def bin(self, f):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))


code = [("push", 1), ("store", "r"), ("push", 20), ("store", "n"), ("push", 0), ("load", "n"), ("lt",), ("jz", 17), ("load", "r"), ("load", "n"), ("mul",), ("store", "r"), ("load", "n"), ("push", 1), ("sub",), ("store", "n"), ("jmp", 4), ("load", "r"), ("print",)]
print(VM(code).run())  # expect: [2432902008176640000]
try:
    VM([("push", 1), ("halt",)]).run()
except ValueError as e:
    print(e)  # expect: unknown op halt at 1
