# Dynamic programming.
def knap(w, v, W):
    dp = [0] * (W + 1)
    for wi, vi in zip(w, v):
        for c in range(W, wi - 1, -1):
            dp[c] = max(dp[c], dp[c - wi] + vi)
    return dp[W]
print(knap([(i * 37) % 50 + 1 for i in range(100)], [(i * 53) % 97 for i in range(100)], 5000))
def lcs(a, b):
    dp = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            dp[i][j] = dp[i-1][j-1] + 1 if x == y else max(dp[i-1][j], dp[i][j-1])
    return dp[-1][-1]
a = "".join(chr(97 + (i * i) % 26) for i in range(700)); b = "".join(chr(97 + (i * 7 + i // 3) % 26) for i in range(700))
print(lcs(a, b))
def coins(amt, cs):
    ways = [1] + [0] * amt
    for c in cs:
        for i in range(c, amt + 1): ways[i] += ways[i - c]
    return ways[amt]
print(coins(20000, [1, 2, 5, 10, 20, 50, 100, 200]))
memo = {}
def paths(r, c):
    if r == 0 or c == 0: return 1
    if (r, c) in memo: return memo[r, c]
    memo[r, c] = paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(200, 200) % 10**9)
def lis(a):
    import bisect
    t = []
    for x in a:
        i = bisect.bisect_left(t, x)
        if i == len(t): t.append(x)
        else: t[i] = x
    return len(t)
print(lis([(i * 7919) % 100003 for i in range(100000)]))
def floyd(n):
    INF = float("inf")
    d = [[0 if i == j else ((i * 17 + j * 31) % 100 + 1 if (i + j) % 3 else INF) for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            dik = d[i][k]
            for j in range(n):
                if dik + d[k][j] < d[i][j]: d[i][j] = dik + d[k][j]
    return sum(x for r in d for x in r)
print(floyd(100))
