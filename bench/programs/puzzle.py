# Search on a board: capturing stones on a Go-like grid with flood-filled groups, played by a random player.
N = 500

EMPTY, BLACK, WHITE = 0, 1, 2
SIZE = 9


class Board:
    def __init__(self):
        self.cells = [EMPTY] * (SIZE * SIZE)
        self.captured = [0, 0, 0]
        self.neighbours = []
        for i in range(SIZE * SIZE):
            row, column = divmod(i, SIZE)
            near = []
            if row > 0:
                near.append(i - SIZE)
            if row < SIZE - 1:
                near.append(i + SIZE)
            if column > 0:
                near.append(i - 1)
            if column < SIZE - 1:
                near.append(i + 1)
            self.neighbours.append(near)

    def group(self, start):
        """The stones connected to `start`, and whether they touch an empty cell."""
        colour = self.cells[start]
        stones = {start}
        stack = [start]
        free = False
        while stack:
            for near in self.neighbours[stack.pop()]:
                cell = self.cells[near]
                if cell == EMPTY:
                    free = True
                elif cell == colour and near not in stones:
                    stones.add(near)
                    stack.append(near)
        return stones, free

    def play(self, at, colour):
        if self.cells[at] != EMPTY:
            return False
        self.cells[at] = colour
        enemy = BLACK + WHITE - colour
        taken = 0
        for near in self.neighbours[at]:
            if self.cells[near] == enemy:
                stones, free = self.group(near)
                if not free:
                    taken += len(stones)
                    for stone in stones:
                        self.cells[stone] = EMPTY
        if not taken and not self.group(at)[1]:
            self.cells[at] = EMPTY
            return False
        self.captured[colour] += taken
        return True

    def score(self):
        return self.cells.count(BLACK) - self.cells.count(WHITE) + self.captured[BLACK] - self.captured[WHITE]


def bench(n):
    seed = 99
    result = 0
    for game in range(n):
        board = Board()
        colour = BLACK
        passes = 0
        for move in range(260):
            for attempt in range(6):
                seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
                if board.play((seed >> 8) % (SIZE * SIZE), colour):
                    passes = 0
                    break
            else:
                passes += 1
                if passes == 2:
                    break
            colour = BLACK + WHITE - colour
        result = result * 31 + board.score() + move & 0xFFFFFF
    return result
