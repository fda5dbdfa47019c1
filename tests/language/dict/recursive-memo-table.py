# recursive memo table
memo = {}


def ways(n, coins):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    if (n, coins) not in memo:
        memo[n, coins] = ways(n - coins[0], coins) + ways(n, coins[1:])
    return memo[n, coins]


print(ways(100, (50, 25, 10, 5, 1)), len(memo) > 50, memo[5, (5, 1)])  # expect: 292 True 2
