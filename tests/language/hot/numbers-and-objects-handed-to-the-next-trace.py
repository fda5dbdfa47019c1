# a value of which a trace knows nothing may be a number where its side trace takes over; a bound method that a call lets go of dies before the call
class Writer:
    def __init__(self):
        self.parts = []

    def walk(self, value, level):
        write = self.parts.append
        if isinstance(value, dict):
            write("{")
            first = True
            for key, item in value.items():
                if first:
                    first = False
                else:
                    write(",")
                write(repr(key))
                write(":")
                self.walk(item, level + 1)
            write("}")
        elif isinstance(value, list):
            walk = self.walk
            write("[")
            for item in value:
                walk(item, level + 1)
                write(" ")
            write("]")
        else:
            write(repr(value))


values = [
    {"a": 1, "b": "x", "c": None, "d": 2.5},
    {"a": {"b": {"c": [1, "2", 3.0, None, True]}}, "e": -0.0},
    [{"a": 1}, {"a": "1"}, {"a": 1.0}, {"a": None}, {"a": 2**70}],
    {"a": 2**47, "b": [2**48, -(2**47) - 1], "c": {}, "d": []},
]
total = 0
for n in range(120):
    writer = Writer()
    writer.walk(values[n % len(values)], 0)
    total += len("".join(writer.parts))
print(total, "".join(writer.parts))
# expect: 6780 {'a':140737488355328,'b':[281474976710656 -140737488355329 ],'c':{},'d':[]}
