# methods on subclass return plain strings
class Name(str):
    def shout(self):
        return self.upper() + "!"


n = Name("bob")
print(n, n.shout(), type(n.upper()).__name__, type(n[0:]).__name__, type(n + "").__name__, n == "bob", {n: 1}["bob"])
# expect: bob BOB! str str str True 1
print(isinstance(n, str), repr(n), len(n), f"{n:>5}", type(str(n)).__name__)  # expect: True 'bob' 3   bob str
