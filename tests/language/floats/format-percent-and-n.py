# format percent and n
print(f"{0.256:%} {0.256:.1%} {1:.0%} {-0.005:.0%} {2.5:n} {1e10:n}")
# expect: 25.600000% 25.6% 100% -0% 2.5 1e+10
print(f"{float('inf'):f} {float('nan'):F} {float('-inf'):e} {float('inf'):%} {float('nan'):G}")
# expect: inf NAN -inf inf% NAN
