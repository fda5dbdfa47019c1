# sort of long runs
data = [(i * 7919) % 1009 for i in range(1009)]
s = sorted(data)
print(s == list(range(1009)), sorted(data, reverse=True)[:5])  # expect: True [1008, 1007, 1006, 1005, 1004]
runs = list(range(100)) + list(range(50, 0, -1)) + [5] * 20
runs.sort()
print(runs[:8], runs[-3:], all(runs[i] <= runs[i + 1] for i in range(len(runs) - 1)))
# expect: [0, 1, 1, 2, 2, 3, 3, 4] [97, 98, 99] True
