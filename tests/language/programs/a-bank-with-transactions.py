# a bank with transactions
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.number, Account._next = Account._next, Account._next + 1
        self.history = []

    def __enter__(self):
        self._saved = (self.balance, list(self.history))
        return self

    def __exit__(self, kind, value, tb):
        if kind:
            self.balance, self.history = self._saved
        return False

    def withdraw(self, n):
        if n > self.balance:
            raise InsufficientFunds(n, self.balance)
        self.balance -= n
        self.history.append(-n)

    def deposit(self, n):
        self.balance += n
        self.history.append(n)


def transfer(a, b, n):
    with a, b:
        b.deposit(n)
        a.withdraw(n)


a, b = Account("ann", 100), Account("bob")
transfer(a, b, 70)
try:
    transfer(a, b, 50)
except InsufficientFunds as e:
    print(e)  # expect: need 50, have 30
print(a.balance, b.balance, a.history, b.history, a.number, b.number)  # expect: 30 70 [-70] [70] 1 2
