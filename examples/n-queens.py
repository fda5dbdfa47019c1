"""Places n queens on an n × n board so that none attacks another; prints one board and counts all solutions.

Usage: krait examples/n-queens.py [n]
"""

import sys


def solutions(n, placed=()):
    """Yields every solution as a tuple: the queen's column in each row."""
    row = len(placed)
    if row == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from solutions(n, (*placed, column))


def variants(solution):
    """The eight boards that turning and mirroring a solution gives."""
    n = len(solution)
    board = solution
    for _ in range(4):
        turned = [0] * n
        for row, column in enumerate(board):
            turned[column] = n - 1 - row
        board = tuple(turned)
        yield board
        yield tuple(n - 1 - column for column in board)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    found = list(solutions(n))
    if not found:
        print(f"no way to place {n} queens")
        return
    for column in found[0]:
        print(" ".join("Q" if column == c else "·" for c in range(n)))
    different = {min(variants(solution)) for solution in found}
    print(f"{len(found)} solutions for {n} queens, {len(different)} of them really different")


if __name__ == "__main__":
    main()
