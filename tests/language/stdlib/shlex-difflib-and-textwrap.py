# shlex difflib and textwrap
import difflib
import shlex

print(shlex.split("a 'b c' \"d e\" f\\ g"), shlex.quote("it's"), shlex.join(["a b", "c"]))
# expect: ['a', 'b c', 'd e', 'f g'] 'it'"'"'s' 'a b' c
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3))
# expect: ['apple', 'ape'] 0.75
print("\n".join(difflib.unified_diff(["a", "b", "c"], ["a", "x", "c"], "f", "t", lineterm="")))
# expect: --- f
# expect: +++ t
# expect: @@ -1,3 +1,3 @@
# expect-json: " a"
# expect: -b
# expect: +x
# expect-json: " c"
