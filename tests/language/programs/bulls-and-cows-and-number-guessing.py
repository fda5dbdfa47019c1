# bulls and cows and number guessing
import random

rng = random.Random(99)
secret = "".join(rng.sample("0123456789", 4))


def score(g, s):
    bulls = sum(a == b for a, b in zip(g, s))
    return bulls, sum(c in s for c in g) - bulls


from itertools import permutations

candidates = ["".join(p) for p in permutations("0123456789", 4)]
turns = 0
while True:
    guess = candidates[len(candidates) // 2]
    turns += 1
    s = score(guess, secret)
    if s[0] == 4:
        break
    candidates = [c for c in candidates if score(guess, c) == s]
print(turns, guess == secret)  # expect: 5 True
