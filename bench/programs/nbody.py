# Gravity between planets held as objects: attribute loads and stores with float arithmetic.
N = 25_000


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def make_system():
    bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0)]
    for k in range(1, 5):
        r = 4.5 * k + 0.3
        v = (40.0 / r) ** 0.5
        bodies.append(Body(r, 0.1 * k, 0.02 * k, 0.01 * k, v, 0.003 * k, 0.004 * k))
    return bodies


def advance(bodies, pairs, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        force = dt / (square * square**0.5)
        fa = a.mass * force
        fb = b.mass * force
        a.vx -= dx * fb
        a.vy -= dy * fb
        a.vz -= dz * fb
        b.vx += dx * fa
        b.vy += dy * fa
        b.vz += dz * fa
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies, pairs):
    total = 0.0
    for b in bodies:
        total += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def bench(n):
    bodies = make_system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    for _ in range(n):
        advance(bodies, pairs, 0.002)
    return f"{energy(bodies, pairs):.8f}"
