# each way out of an inner loop goes round the loop outside: by break, by the end, by continue, with other types of variables each time


def classify(words, marks):
    counts = {}
    last = None
    total = 0
    for word in words:
        kind = "plain"
        weight = len(word)
        for mark in marks:
            if mark == word:
                kind = "equal"
                break
            if mark in word:
                kind = "holds"
                weight = weight * 0.5
                if weight < 1:
                    break
            elif word < mark:
                total += 1
                continue
            else:
                last = (word, mark)
        else:
            if weight > 3:
                kind = "long"
                last = None
        counts[kind] = counts.get(kind, 0) + 1
        total += weight
    return counts, last, total


words = ["ab", "abc", "xyz", "b", "q", "cabcab", "zzzzz", "aa", "bca"]
for step in range(4):
    print(classify(words * 60, ["b", "ca", "q"][: step]))
# expect: ({'plain': 420, 'long': 120}, None, 1560)
# expect: ({'holds': 240, 'plain': 180, 'equal': 60, 'long': 60}, None, 1200.0)
# expect: ({'holds': 240, 'plain': 180, 'equal': 60, 'long': 60}, None, 1245.0)
# expect: ({'holds': 240, 'plain': 120, 'equal': 120, 'long': 60}, None, 1485.0)


class Node:
    def __init__(self, value):
        self.value = value
        self.below = []

    def __del__(self):
        died.append(self.value)


died = []


def walk(count):
    found = 0
    outer = 0
    while outer < count:
        node = Node(outer)
        inner = 0
        while True:
            inner += 1
            if inner > outer % 5:
                found += 1
                break
            if (inner * outer) % 7 == 3:
                node.below.append(Node(-inner))
                break
            if inner * outer == 2**47 - 1:
                raise ValueError(inner)
            if inner % 3 == 2 and outer % 4 == 1:
                found = found + 2**45
                if found > 2**48:
                    found -= 2**48
        outer += 1
    return found


print(walk(500), len(died), died[:12], sum(died))
# expect: 211106232533350 642 [0, 1, 2, 3, -1, 4, 5, 6, 7, 8, -3, 9] 124466
