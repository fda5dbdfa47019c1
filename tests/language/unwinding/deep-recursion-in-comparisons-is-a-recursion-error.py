# deep recursion in comparisons is a recursion error
# oracle: native
def attempt(function):
    try:
        function()
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
    else:
        print("no error")


class Equal:
    def __eq__(self, other):
        return self == other

    def __lt__(self, other):
        return [self] < [other]

    def __hash__(self):
        return hash((self, 1))

    def __bool__(self):
        return bool(self)

    def __len__(self):
        return len(self)

    def __contains__(self, item):
        return item in self

    def __iter__(self):
        return iter(self)

    def __call__(self):
        return self()

    def __getitem__(self, index):
        return self[index]

    def __index__(self):
        return [1, 2][self]


e = Equal()
attempt(lambda: e == Equal())  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: e < Equal())  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: hash(e))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: {e: 1})  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: 1 if e else 2)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: len(e))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: 5 in e)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: iter(e))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: list(e))  # expect: RecursionError maximum recursion depth exceeded
attempt(e)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: e[0])  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: [1][e])  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: sorted([e, Equal()]))  # expect: RecursionError maximum recursion depth exceeded
a, b = [], []
for _ in range(50000):
    a, b = [a], [b]
attempt(lambda: a == b)  # expect: RecursionError maximum recursion depth exceeded
a, b = [], []
a.append(a)
b.append(b)
attempt(lambda: a == b)  # expect: RecursionError maximum recursion depth exceeded
print("alive")  # expect: alive
