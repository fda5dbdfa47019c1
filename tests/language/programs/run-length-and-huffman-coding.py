# run length and huffman coding
import heapq


def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append((s[i], j - i))
        i = j
    return out


def huffman(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(counts.items()))]
    heapq.heapify(heap)
    tie = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], tie, (a[2], b[2])))
        tie += 1
    codes = {}

    def walk(node, prefix):
        if isinstance(node, tuple):
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")
        else:
            codes[node] = prefix or "0"

    walk(heap[0][2], "")
    return codes


print(rle("aaabccd"), "".join(c * n for c, n in rle("aaabccd")))
# expect: [('a', 3), ('b', 1), ('c', 2), ('d', 1)] aaabccd
codes = huffman("abracadabra")
bits = "".join(codes[c] for c in "abracadabra")
print(sorted(codes.items()), len(bits))
# expect: [('a', '0'), ('b', '110'), ('c', '100'), ('d', '101'), ('r', '111')] 23
