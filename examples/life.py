"""Conway's game of life on a torus, printed as text.

Usage: krait examples/life.py [generations]
"""

import sys

START = """
........................
.#......................
..#.....................
###.......###...........
........................
..............##........
..............##........
.....#..................
.....#..................
.....#..................
........................
........................
"""


class World:
    def __init__(self, rows):
        self.height, self.width = len(rows), len(rows[0])
        self.alive = {(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"}

    def neighbours(self, cell):
        x, y = cell
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    yield (x + dx) % self.width, (y + dy) % self.height

    def step(self):
        counts = {}
        for cell in self.alive:
            for near in self.neighbours(cell):
                counts[near] = counts.get(near, 0) + 1
        self.alive = {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in self.alive}

    def __str__(self):
        return "\n".join(
            "".join("#" if (x, y) in self.alive else "." for x in range(self.width)) for y in range(self.height)
        )


def main():
    generations = int(sys.argv[1]) if len(sys.argv) > 1 else 48
    world = World(START.split())
    for generation in range(generations + 1):
        if generation % 12 == 0:
            print(f"generation {generation}: {len(world.alive)} alive")
            print(world)
        world.step()


if __name__ == "__main__":
    main()
