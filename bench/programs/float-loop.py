# Floating point in a for loop: a numerical integral and a damped oscillator stepped side by side.
N = 900_000


def bench(n):
    dt = 1.0 / n
    area = 0.0
    position, speed = 1.0, 0.0
    for i in range(n):
        x = (i + 0.5) * dt
        area += 4.0 / (1.0 + x * x) * dt
        force = -40.0 * position - 0.3 * speed
        speed += force * dt
        position += speed * dt
    return f"{area:.9f} {position:.9f}"
