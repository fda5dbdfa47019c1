# Sorting algorithms beside list.sort.
import random
random.seed(42)
data = [random.randint(0, 10**6) for _ in range(20000)]
def quick(a):
    if len(a) <= 1: return a
    p = a[len(a)//2]
    return quick([x for x in a if x < p]) + [x for x in a if x == p] + quick([x for x in a if x > p])
def merge(a):
    if len(a) <= 1: return a
    m = len(a)//2; l, r = merge(a[:m]), merge(a[m:])
    out = []; i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    out.extend(l[i:]); out.extend(r[j:])
    return out
def heap(a):
    a = a[:]
    n = len(a)
    def sift(i, n):
        while True:
            c = 2*i+1
            if c >= n: return
            if c+1 < n and a[c+1] > a[c]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in range(n//2-1, -1, -1): sift(i, n)
    for e in range(n-1, 0, -1):
        a[0], a[e] = a[e], a[0]; sift(0, e)
    return a
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a)-1-i):
            if a[j] > a[j+1]: a[j], a[j+1] = a[j+1], a[j]
    return a
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        k = a[i]; j = i-1
        while j >= 0 and a[j] > k: a[j+1] = a[j]; j -= 1
        a[j+1] = k
    return a
s = sorted(data)
print(quick(data) == s, merge(data) == s, heap(data) == s)
small = data[:1000]
print(bubble(small) == sorted(small), insertion(small) == sorted(small))
