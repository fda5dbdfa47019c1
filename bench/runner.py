# The end of every benchmark: bench/run.ts joins a program and this file and runs the result as
#   PROGRAM [n] [repeats]            ("-" for n: the program's own N)
# The program defines N and bench(n); one line of JSON comes out. No import that costs start-up time.
def run_benchmark():
    import sys
    from time import perf_counter_ns

    n = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] != "-" else N
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    ns = []
    checksum = None
    for _ in range(repeats):
        start = perf_counter_ns()
        value = str(bench(n))
        ns.append(perf_counter_ns() - start)
        if checksum is not None and value != checksum:
            raise SystemExit(f"checksum changed from {checksum} to {value}")
        checksum = value
    print('{"n": %d, "ns": %s, "checksum": "%s"}' % (n, ns, checksum))


if __name__ == "__main__":
    run_benchmark()
