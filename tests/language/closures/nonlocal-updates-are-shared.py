# nonlocal updates are shared
def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def withdraw(x):
        nonlocal balance
        if x > balance:
            return "too much"
        balance -= x
        return balance

    return deposit, withdraw


d, w = account(100)
print(d(50), w(30), w(500), d(1))  # expect: 150 120 too much 121
d2, w2 = account(0)
print(d2(5), d(0))  # expect: 5 121
