# textwrap folds paragraphs
import textwrap

text = "The quick brown fox jumped over the lazy dog and kept running through the forest."
print(textwrap.fill(text, 30))
# expect: The quick brown fox jumped
# expect: over the lazy dog and kept
# expect: running through the forest.
print(textwrap.wrap("aaaaaaaaaaaa bb", 5), textwrap.shorten(text, 25), textwrap.indent("a\nb\n", "> "), end="")
# expect: ['aaaaa', 'aaaaa', 'aa bb'] The quick brown fox [...] > a
# expect: > b
print(repr(textwrap.dedent("""
    one
      two
    """)))  # expect: '\none\n  two\n'
