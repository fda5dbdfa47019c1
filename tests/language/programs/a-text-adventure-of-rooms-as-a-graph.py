# a text adventure of rooms as a graph
rooms = {"hall": {"n": "attic", "e": "kitchen"}, "kitchen": {"w": "hall", "s": "cellar"}, "cellar": {"n": "kitchen"}, "attic": {"s": "hall"}}


def path(a, b):
    frontier, came = [a], {a: None}
    while frontier:
        here = frontier.pop(0)
        if here == b:
            out = []
            while came[here]:
                here, d = came[here]
                out.append(d)
            return out[::-1]
        for d, there in rooms[here].items():
            if there not in came:
                came[there] = (here, d)
                frontier.append(there)


print(path("attic", "cellar"), path("cellar", "attic"), path("hall", "hall"))
# expect: ['s', 'e', 's'] ['n', 'w', 'n'] []
