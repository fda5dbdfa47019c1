# big comprehension with mixed types
values = [i if i % 3 else i / 2 if i % 2 else str(i) for i in range(30)]
print(values)
# expect: ['0', 1, 2, 1.5, 4, 5, '6', 7, 8, 4.5, 10, 11, '12', 13, 14, 7.5, 16, 17, '18', 19, 20, 10.5, 22, 23, '24', 25, 26, 13.5, 28, 29]
print(sum(v for v in values if isinstance(v, int)), sum(v for v in values if isinstance(v, float)), "".join(v for v in values if isinstance(v, str)))
# expect: 300 37.5 06121824
