// bench/programs/nbody.py in C.
#include "runner.h"

static const long N = 25000;
enum { BODIES = 5 };
typedef struct Body {
    double x, y, z, vx, vy, vz, mass;
} Body;

static void make_system(Body *bodies)
{
    bodies[0] = (Body){.mass = 40.0};
    for (int k = 1; k < BODIES; k++) {
        double r = 4.5 * k + 0.3, v = sqrt(40.0 / r);
        bodies[k] = (Body){r, 0.1 * k, 0.02 * k, 0.01 * k, v, 0.003 * k, 0.004 * k};
    }
}

static void advance(Body *bodies, double dt)
{
    for (int i = 0; i < BODIES; i++)
        for (int j = i + 1; j < BODIES; j++) {
            Body *a = &bodies[i], *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double square = dx * dx + dy * dy + dz * dz;
            double force = dt / (square * sqrt(square));
            double fa = a->mass * force, fb = b->mass * force;
            a->vx -= dx * fb;
            a->vy -= dy * fb;
            a->vz -= dz * fb;
            b->vx += dx * fa;
            b->vy += dy * fa;
            b->vz += dz * fa;
        }
    for (int i = 0; i < BODIES; i++) {
        bodies[i].x += dt * bodies[i].vx;
        bodies[i].y += dt * bodies[i].vy;
        bodies[i].z += dt * bodies[i].vz;
    }
}

static double energy(const Body *bodies)
{
    double total = 0.0;
    for (int i = 0; i < BODIES; i++) {
        const Body *b = &bodies[i];
        total += 0.5 * b->mass * (b->vx * b->vx + b->vy * b->vy + b->vz * b->vz);
    }
    for (int i = 0; i < BODIES; i++)
        for (int j = i + 1; j < BODIES; j++) {
            const Body *a = &bodies[i], *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    return total;
}

static void bench(long n, char *text, size_t size)
{
    Body bodies[BODIES];
    make_system(bodies);
    for (long i = 0; i < n; i++)
        advance(bodies, 0.002);
    snprintf(text, size, "%.8f", energy(bodies));
}
