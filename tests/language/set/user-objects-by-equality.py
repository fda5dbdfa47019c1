# user objects by equality
class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return self.x == o.x

    def __hash__(self):
        return hash(self.x)


s = {P(1), P(2), P(1)}
print(len(s), P(2) in s, P(3) in s, len(s | {P(3), P(1)}), len({P(1)} & {P(1), P(2)}))
# expect: 2 True False 3 1
