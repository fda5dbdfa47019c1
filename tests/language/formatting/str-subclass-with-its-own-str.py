# formatting a subclass of str without a format asks its __str__
class Shout(str):
    def __str__(self):
        return str.upper(self) + "!"


word = Shout("abc")
print("%s" % word, "%s|%r" % (word, word), "%(a)s" % {"a": word})  # expect: ABC! ABC!|'abc' ABC!
print(f"{word}", f"{word!s}", f"{word:>5}", f"{word:s}", f"{word!r}")  # expect: ABC! ABC!   abc ABC! 'abc'
print("{}".format(word), "{0!s:>6}".format(word), "{:5}|".format(word), "{:s}".format(word))
# expect: ABC!   ABC! abc  | ABC!
print(format(word), format(word, ""), format(word, "s"), word.__format__(""))  # expect: ABC! ABC! ABC! ABC!
print("".join([word]), word + "d", str(word), [word])  # expect: abc abcd ABC! ['abc']
try:
    print("{a}{0}".format_map({"a": 1}))
except ValueError as error:
    print(error)  # expect: Format string contains positional fields
try:
    print("{}".format_map({"a": 1}))
except ValueError as error:
    print(error)  # expect: Format string contains positional fields
for i in range(3):
    print(f"{i}{word}", end=" ")
print()  # expect-json: "0ABC! 1ABC! 2ABC! "
