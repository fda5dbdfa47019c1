# t strings are templates
# python: 3.14
name, n = "Ada", 3
template = t"Hello {name!r:>10}, {n + 1} times{n=}"
print(type(template).__name__, template.strings)  # expect: Template ('Hello ', ', ', ' timesn=', '')
for i in template.interpolations:
    print(repr(i.value), i.expression, i.conversion, repr(i.format_spec))
# expect: 'Ada' name r '>10'
# expect: 4 n + 1 None ''
# expect: 3 n r ''
print(template.values)  # expect: ('Ada', 4, 3)
for part in template:
    print(type(part).__name__, end=" ")
print()  # expect-json: "str Interpolation str Interpolation str Interpolation "
