# f strings over several lines
name = "Ada"
text = f"""Dear {name},
  {
    1 + 1  # a comment inside
  } is two and {name
    .upper()} is loud.
"""
print(text)
# expect: Dear Ada,
# expect-json: "  2 is two and ADA is loud."
# expect:
print(f"a{1}" "b{2}" f"c{3}" rf"\n{4}" fr"\t{5}" F"{6}")  # expect: a1b{2}c3\n4\t56
