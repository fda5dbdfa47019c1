# re syntax and errors
import re

tests = [(r"a{2,3}", "aaaa"), (r"a{2,3}?", "aaaa"), (r"(?i)HeLLo", "hello"), (r"\bfoo\b", "a foo b"), (r"[^abc]+", "abcxyz"), (r"(a|b)*c", "ababc"), (r"(?:x)(y)", "xy"), (r"(?=a)a", "a"), (r"(?!a)b", "b"), (r"(\w)\1", "hello"), (r"\d{3}-\d{4}", "555-1234"), (r".*", "line\nnext"), (r"(?s).*", "line\nnext"), (r"a++b", "aaab"), (r"(?>a+)b", "aab"), (r"é+", "ééé"), (r"\w+", "naïve"), (r"(?a)\w+", "naïve"), (r"\s+\S+", "  word")]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(pattern, "->", m and m.group())
# expect: a{2,3} -> aaa
# expect: a{2,3}? -> aa
# expect: (?i)HeLLo -> hello
# expect: \bfoo\b -> foo
# expect: [^abc]+ -> xyz
# expect: (a|b)*c -> ababc
# expect: (?:x)(y) -> xy
# expect: (?=a)a -> a
# expect: (?!a)b -> b
# expect: (\w)\1 -> ll
# expect: \d{3}-\d{4} -> 555-1234
# expect: .* -> line
# expect: (?s).* -> line
# expect: next
# expect: a++b -> aaab
# expect: (?>a+)b -> aab
# expect: é+ -> ééé
# expect: \w+ -> naïve
# expect: (?a)\w+ -> na
# expect: \s+\S+ ->   word
for bad in ("(", "[a", "*a", "a{3,1}", "(?P<x", "\\", "(?<=a+)b", "(?P<1>a)", ")"):
    try:
        re.compile(bad)
    except re.error as e:
        print(bad, "|", e)
# expect: ( | missing ), unterminated subpattern at position 0
# expect: [a | unterminated character set at position 0
# expect: *a | nothing to repeat at position 0
# expect: a{3,1} | min repeat greater than max repeat at position 2
# expect: (?P<x | missing >, unterminated name at position 4
# expect: \ | bad escape (end of pattern) at position 0
# expect: (?<=a+)b | look-behind requires fixed-width pattern
# expect: (?P<1>a) | bad character in group name '1' at position 4
# expect: ) | unbalanced parenthesis at position 0
