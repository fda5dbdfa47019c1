# infinities follow ieee
inf = float("inf")
print(inf, -inf, inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf)  # expect: inf -inf nan nan inf 0.0 -0.0
print(inf > 10**400, -inf < -(10**400), inf == inf, inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // -inf)
# expect: True True True nan nan 5.0 inf -1.0
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10)  # expect: inf -inf 0.0
