# Spheres and a plane, shadows and reflections: small vector objects with operator methods.
N = 130


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / self.dot(self) ** 0.5)


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre, self.radius, self.colour, self.mirror = centre, radius, colour, mirror

    def hit(self, origin, direction):
        to = origin - self.centre
        b = to.dot(direction)
        disc = b * b - to.dot(to) + self.radius * self.radius
        if disc <= 0.0:
            return None
        root = disc**0.5
        t = -b - root
        if t > 1e-4:
            return t
        t = -b + root
        return t if t > 1e-4 else None

    def normal(self, point):
        return (point - self.centre).unit()

    def colour_at(self, point):
        return self.colour


class Floor:
    mirror = 0.15

    def __init__(self, height):
        self.height = height

    def hit(self, origin, direction):
        if abs(direction.y) < 1e-6:
            return None
        t = (self.height - origin.y) / direction.y
        return t if t > 1e-4 else None

    def normal(self, point):
        return Vec(0.0, 1.0, 0.0)

    def colour_at(self, point):
        return 0.9 if (int(point.x // 1) + int(point.z // 1)) % 2 else 0.2


class Scene:
    def __init__(self, things, lamp):
        self.things, self.lamp = things, lamp

    def nearest(self, origin, direction):
        best, which = 1e30, None
        for thing in self.things:
            t = thing.hit(origin, direction)
            if t is not None and t < best:
                best, which = t, thing
        return best, which

    def trace(self, origin, direction, depth):
        t, thing = self.nearest(origin, direction)
        if thing is None:
            return 0.3 + 0.3 * max(direction.y, 0.0)
        point = origin + direction * t
        normal = thing.normal(point)
        to_lamp = (self.lamp - point).unit()
        light = 0.1
        _, blocker = self.nearest(point, to_lamp)
        if blocker is None:
            light += 0.9 * max(normal.dot(to_lamp), 0.0)
        colour = thing.colour_at(point) * light
        if thing.mirror > 0.0 and depth > 0:
            bounced = direction - normal * (2.0 * normal.dot(direction))
            colour = colour * (1.0 - thing.mirror) + thing.mirror * self.trace(point, bounced, depth - 1)
        return colour


def bench(n):
    scene = Scene(
        [Floor(-1.0)]
        + [Sphere(Vec(i * 1.3 - 2.6, (i % 2) * 0.7, 4.0 + i * 0.5), 0.8, 0.4 + 0.1 * i, 0.1 * i) for i in range(5)],
        Vec(-5.0, 8.0, -3.0),
    )
    eye = Vec(0.0, 0.5, -3.0)
    total = 0.0
    for row in range(n):
        for column in range(n):
            direction = Vec((column - n / 2) / n, (n / 2 - row) / n, 1.0).unit()
            total += scene.trace(eye, direction, 2)
    return f"{total:.7f}"
