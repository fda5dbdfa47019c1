# mandelbrot points escape at known steps
def escape(c):
    z = 0j
    for n in range(50):
        if abs(z) > 2:
            return n
        z = z * z + c
    return 50


print([escape(complex(re / 4, im / 4)) for re in range(-8, 3, 2) for im in (0, 2, 4)])
# expect: [50, 1, 1, 50, 3, 2, 50, 5, 3, 50, 50, 4, 50, 50, 50, 5, 5, 2]
