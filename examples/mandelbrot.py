"""The Mandelbrot set in characters.

Usage: krait examples/mandelbrot.py [width] [steps]
"""

import sys

SHADES = " .:-=+*#%@"


def escape_time(c, limit):
    z = 0j
    for step in range(limit):
        if z.real * z.real + z.imag * z.imag > 4.0:
            return step
        z = z * z + c
    return limit


def render(width, limit):
    height = width * 9 // 20
    for row in range(height):
        imaginary = 1.2 - 2.4 * row / (height - 1)
        line = ""
        for column in range(width):
            real = -2.1 + 2.8 * column / (width - 1)
            steps = escape_time(complex(real, imaginary), limit)
            line += SHADES[steps * (len(SHADES) - 1) // limit]
        yield line.rstrip()


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 72
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    for line in render(width, limit):
        print(line)


if __name__ == "__main__":
    main()
