# Dataclasses, an enum and exceptions of its own.
from dataclasses import dataclass, field
from enum import Enum
import random
class Kind(Enum):
    DEPOSIT = 1; WITHDRAW = 2; TRANSFER = 3
class Insufficient(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
@dataclass
class Account:
    id: int
    owner: str
    balance: float = 0.0
    history: list = field(default_factory=list)
    def deposit(self, amt):
        if amt <= 0: raise ValueError("bad")
        self.balance += amt
        self.history.append((Kind.DEPOSIT, amt))
    def withdraw(self, amt):
        if amt > self.balance: raise Insufficient(amt, self.balance)
        self.balance -= amt
        self.history.append((Kind.WITHDRAW, amt))
class Bank:
    def __init__(self): self.accounts = {}
    def open(self, owner):
        a = Account(len(self.accounts), owner)
        self.accounts[a.id] = a
        return a
    def transfer(self, a, b, amt):
        self.accounts[a].withdraw(amt)
        self.accounts[b].deposit(amt)
random.seed(7)
bank = Bank()
for i in range(100): bank.open(f"user{i}").deposit(1000)
fails = 0
for _ in range(200000):
    try:
        bank.transfer(random.randrange(100), random.randrange(100), random.randint(1, 500))
    except Insufficient as e:
        fails += 1
print(fails, round(sum(a.balance for a in bank.accounts.values()), 2), sum(len(a.history) for a in bank.accounts.values()))
