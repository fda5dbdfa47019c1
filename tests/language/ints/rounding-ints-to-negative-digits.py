# rounding ints to negative digits
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(15, -1), round(25, -1))
# expect: 1200 1200 1400 -1200 20 20
print(round(7), round(7, 2), round(10**20 + 55, -2), round(4, -1), round(6, -1), round(5, -5))
# expect: 7 7 100000000000000000100 0 10 0
