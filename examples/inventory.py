"""A shop's inventory: dataclasses, enums, JSON, decorators and a context manager.

Usage: krait examples/inventory.py
"""

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import Enum
from functools import wraps


class Category(Enum):
    TOOL = "tool"
    FOOD = "food"
    BOOK = "book"


class OutOfStock(Exception):
    pass


@dataclass(order=True, frozen=True)
class Money:
    cents: int

    def __str__(self):
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{abs(self.cents) // 100:,}.{abs(self.cents) % 100:02}"

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __mul__(self, count):
        return Money(self.cents * count)


@dataclass
class Item:
    name: str
    category: Category
    price: Money
    count: int = 0
    history: list[int] = field(default_factory=list, repr=False)

    @property
    def value(self):
        return self.price * self.count


def logged(method):
    @wraps(method)
    def wrapper(self, name, *args):
        self.log.append(f"{method.__name__} {name} {' '.join(map(str, args))}".rstrip())
        return method(self, name, *args)

    return wrapper


class Inventory:
    def __init__(self):
        self.items = {}
        self.log = []

    def __iter__(self):
        return iter(sorted(self.items.values(), key=lambda item: (item.category.value, item.name)))

    def __getitem__(self, name):
        try:
            return self.items[name]
        except KeyError:
            raise LookupError(f"no item called {name!r}") from None

    def add_item(self, name, category, cents):
        self.items[name] = Item(name, Category(category), Money(cents))

    @logged
    def receive(self, name, count):
        item = self[name]
        item.count += count
        item.history.append(count)

    @logged
    def sell(self, name, count):
        item = self[name]
        if item.count < count:
            raise OutOfStock(f"only {item.count} of {name} left, {count} wanted")
        item.count -= count
        item.history.append(-count)
        return item.price * count

    @contextmanager
    def transaction(self):
        """Everything inside happens, or nothing does."""
        before = {name: (item.count, list(item.history)) for name, item in self.items.items()}
        try:
            yield
        except Exception as error:
            for name, (count, history) in before.items():
                self.items[name].count, self.items[name].history = count, history
            self.log.append(f"rolled back: {error}")

    def to_json(self):
        def plain(value):
            return value.value if isinstance(value, Enum) else str(value)

        return json.dumps([asdict(item) for item in self], default=plain, indent=1)


def main():
    shop = Inventory()
    for row in (("hammer", "tool", 1999), ("saw", "tool", 2450), ("bread", "food", 320), ("dictionary", "book", 4999)):
        shop.add_item(*row)
    for name, count in (("hammer", 10), ("saw", 4), ("bread", 40), ("dictionary", 2)):
        shop.receive(name, count)

    income = Money(0)
    with shop.transaction():
        income += shop.sell("bread", 12)
        income += shop.sell("hammer", 3)
    with shop.transaction():
        shop.sell("saw", 1)
        shop.sell("dictionary", 5)
    with shop.transaction():
        shop.sell("unicorn", 1)

    print(f"{'item':<12}{'category':<10}{'count':>6}{'price':>10}{'value':>12}")
    for item in shop:
        print(f"{item.name:<12}{item.category.value:<10}{item.count:>6}{item.price!s:>10}{item.value!s:>12}")
    total = sum((item.value for item in shop), Money(0))
    print(f"stock is worth {total}, income {income}")
    print("\n".join(shop.log))
    parsed = json.loads(shop.to_json())
    print([(entry["name"], entry["count"], entry["price"]["cents"]) for entry in parsed])
    print(max(shop, key=lambda item: item.value))


if __name__ == "__main__":
    main()
