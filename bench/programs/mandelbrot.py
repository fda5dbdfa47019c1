# Escape times of the Mandelbrot set by hand-written float arithmetic.
N = 260


def bench(n):
    inside = total = 0
    for row in range(n):
        ci = 2.0 * row / n - 1.0
        for column in range(n):
            cr = 3.0 * column / n - 2.0
            zr = zi = 0.0
            steps = 0
            while steps < 50:
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
                steps += 1
            else:
                inside += 1
            total += steps
    return f"{inside} {total}"
