# objects that a trace has not made are the same ones, with the same contents and lifetimes, in the traces that grow from its exits


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def pair(a, b, k):
    if k % 3 == 0:
        return a, b
    if k % 5 == 0:
        return [a], b
    return b, (a, b)


def walk(n):
    point = Point(0, 1)
    total = 0
    for i in range(n):
        moved = point.plus(Point(i, 2))
        if i % 7 == 3:
            total += moved.x
        elif i % 11 == 5:
            point = moved
        a, b = pair(i, moved, i)
        if type(a) is list:
            total += a[0]
        elif a is moved:
            total += b[1].x + b[0]
        else:
            total += a
        if moved.x > 100_000:
            point = Point(0, i)
        if i % 13 == 0:
            triple = (moved, point, (moved, i))
            if i % 2:
                total += triple[2][1] + (triple[0] is triple[2][0])
            else:
                total += triple[0].y + len(triple)
        if i % 5 == 4:
            moved.y = i
            if i % 2:
                moved.z = total
                total += moved.z & 1
    return total, point.x, point.y


class Noisy:
    died = 0

    def __del__(self):
        Noisy.died += 1


def keep(n):
    kept = []
    deaths = []
    for i in range(n):
        holder = Point("x" + str(i), (Noisy(), i))
        if i % 4 == 1:
            kept.append(holder)
        elif i % 9 == 2:
            kept.append((holder, holder, holder.x))
        elif i % 100 == 99:
            kept.clear()
            deaths.append(Noisy.died)
        else:
            try:
                if i % 17 == 0:
                    raise ValueError(holder)
            except ValueError as error:
                kept.append(error.args[0].x)
            if i % 50 == 35:
                holder = None
                deaths.append(Noisy.died)
    return len(kept), deaths


print(walk(6000))  # expect: (202800330, 35725, 5989)
print(keep(1000))
# expect: (0, [24, 99, 124, 199, 224, 399, 424, 499, 524, 599, 624, 699, 724, 799, 824, 899, 924, 999])
print(Noisy.died)  # expect: 1000
