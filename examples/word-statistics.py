"""Statistics of a text: the most frequent words, their lengths, and the words that only occur once.

Usage: krait examples/word-statistics.py [file]     (without a file: a built-in text)
"""

import re
import sys
from collections import Counter

TEXT = """
It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light,
it was the season of Darkness, it was the spring of hope, it was the winter of despair, we had
everything before us, we had nothing before us, we were all going direct to Heaven, we were all going
direct the other way.
"""


def words_of(text):
    return re.findall(r"[a-z']+", text.lower())


def bar(count, largest, width=30):
    return "#" * max(1, round(count * width / largest))


def main(argv):
    if len(argv) > 1:
        with open(argv[1], encoding="utf-8") as file:
            text = file.read()
    else:
        text = TEXT
    words = words_of(text)
    counts = Counter(words)
    print(f"{len(words)} words, {len(counts)} different, {len(text.splitlines())} lines")
    print("\nMost frequent:")
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, count in ranking[:8]:
        print(f"  {word:<12} {count:>4}  {bar(count, ranking[0][1])}")
    print("\nBy length:")
    by_length = Counter(map(len, words))
    for length in sorted(by_length):
        print(f"  {length:>2} letters {by_length[length]:>4}  {bar(by_length[length], max(by_length.values()))}")
    once = sorted(word for word, count in counts.items() if count == 1)
    print(f"\n{len(once)} words occur once, the longest is {max(once, key=lambda w: (len(w), w))!r}")


if __name__ == "__main__":
    main(sys.argv)
