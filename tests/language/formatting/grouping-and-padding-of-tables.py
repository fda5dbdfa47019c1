# grouping and padding of tables
rows = [("apples", 3, 0.5), ("kiwis", 12, 1.25), ("melon", 1, 10)]
print(f"{'item':<10}|{'n':>4}|{'price':>8}")  # expect: item      |   n|   price
print("-" * 10 + "+" + "-" * 4 + "+" + "-" * 8)  # expect: ----------+----+--------
for name, n, price in rows:
    print(f"{name:<10}|{n:>4d}|{price:>8.2f}")
# expect: apples    |   3|    0.50
# expect: kiwis     |  12|    1.25
# expect: melon     |   1|   10.00
print(f"{'total':.<10}|{sum(r[1] for r in rows):>4}|{sum(r[1] * r[2] for r in rows):>8,.2f}")
# expect: total.....|  16|   26.50
