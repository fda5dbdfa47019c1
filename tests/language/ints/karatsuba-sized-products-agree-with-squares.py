# karatsuba sized products agree with squares
a = 7**900
b = a + 1
print((a * b) % 10**20, (b * b - a * a) == a + b)  # expect: 92537113917457620002 True
print((a * b) % 1000000007, (a * b).bit_length())  # expect: 546204020 5054
