# josephus circle
def josephus(n, k):
    people = list(range(1, n + 1))
    out = []
    i = 0
    while people:
        i = (i + k - 1) % len(people)
        out.append(people.pop(i))
    return out


print(josephus(7, 3), josephus(41, 3)[-2:])  # expect: [3, 6, 2, 7, 5, 1, 4] [16, 31]
