# A function that has been compiled is watched as any other, and is fast again when nobody watches
import sys

lines = 0


def tracer(frame, event, arg):
    global lines
    lines += event == "line"
    return tracer


def work(n):
    s = 0
    for i in range(n):
        s += i
        if i % 3:
            s -= 1
    return s


print(work(5000))  # expect: 12494167
