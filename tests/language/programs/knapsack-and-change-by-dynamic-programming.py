# knapsack and change by dynamic programming
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            if best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
    return best[cap]


def change(coins, n):
    ways = [1] + [0] * n
    for c in coins:
        for i in range(c, n + 1):
            ways[i] += ways[i - c]
    return ways[n]


items = [(w, w * 3 % 17 + 1) for w in range(2, 20)]
print(knapsack(items, 50), change([1, 2, 5, 10, 20, 50, 100, 200], 200), change([3, 5], 7))
# expect: 90 73682 0
