# a profile function that is set deep in a recursion hears of everything from there on, and nothing is lost
import sys


def profiler(frame, event, arg):
    if event in ("call", "return") and frame.f_code.co_name in ("walk", "leaf"):
        events.append((event[0], frame.f_code.co_name, arg))


def leaf(n):
    return n * 2


def walk(n, at):
    if n == at:
        sys.setprofile(profiler)
    if n <= 0:
        return leaf(at)
    return walk(n - 1, at) + walk(n - 2, at)


def up(n, at):
    total = 0
    for k in range(n):
        total += walk(k % 9, at)
    sys.setprofile(None)
    return total


for at in (40, 7, 3, 1, 0, 5, 2, 8):
    events = []
    print(at, up(60, at), len(events), events[:3], events[-2:])
# expect: 40 70720 0 [] []
# expect: 7 12376 4879 [('c', 'walk', None), ('c', 'walk', None), ('c', 'walk', None)] [('r', 'walk', 70), ('r', 'walk', 182)]
# expect: 3 5304 5153 [('c', 'walk', None), ('c', 'walk', None), ('c', 'walk', None)] [('r', 'walk', 30), ('r', 'walk', 78)]
# expect: 1 1768 5179 [('c', 'walk', None), ('c', 'leaf', None), ('r', 'leaf', 2)] [('r', 'walk', 10), ('r', 'walk', 26)]
# expect: 0 0 5183 [('c', 'leaf', None), ('r', 'leaf', 0), ('r', 'walk', 0)] [('r', 'walk', 0), ('r', 'walk', 0)]
# expect: 5 8840 5079 [('c', 'walk', None), ('c', 'walk', None), ('c', 'walk', None)] [('r', 'walk', 50), ('r', 'walk', 130)]
# expect: 2 3536 5169 [('c', 'walk', None), ('c', 'walk', None), ('c', 'leaf', None)] [('r', 'walk', 20), ('r', 'walk', 52)]
# expect: 8 14144 4677 [('c', 'walk', None), ('c', 'walk', None), ('c', 'walk', None)] [('r', 'walk', 80), ('r', 'walk', 208)]
