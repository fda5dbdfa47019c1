# Counting words and pairs of words: dicts and sets of strings and tuples.
N = 140_000

SYLLABLES = ["ka", "ro", "mi", "te", "su", "na", "lo", "vi", "pe", "du"]


def make_words(n):
    seed = 42
    words = []
    for _ in range(n):
        seed = (seed * 16807) % 2147483647
        k = seed % 1000
        k = k * k // 1000
        words.append(SYLLABLES[k % 10] + SYLLABLES[k // 10 % 10] + SYLLABLES[k // 100 % 10])
    return words


def bench(n):
    words = make_words(n)
    counts = {}
    pairs = {}
    seen = set()
    starts = {}
    previous = "start"
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        pair = (previous, word)
        if pair in pairs:
            pairs[pair] += 1
        else:
            pairs[pair] = 1
        if word not in seen:
            seen.add(word)
            starts.setdefault(word[0], []).append(word)
        previous = word
    rare = {word for word, count in counts.items() if count < 10}
    common = seen - rare
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    repeated = sum(1 for count in pairs.values() if count > 1)
    sizes = sorted((letter, len(group)) for letter, group in starts.items())
    return f"{top} {len(rare)} {len(common)} {repeated} {sizes}"
