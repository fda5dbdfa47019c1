# repr picks quotes and escapes
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t nl\n", "\x00\x1f\x7f\x80\xa0\xad", "\u200b\u2028\ud800", "\U000e0001é😀"):
    print(ascii(repr(s)))
# expect: "'plain'"
# expect: '"it\'s"'
# expect: '\'say "hi"\''
# expect: '\'both \\\' and "\''
# expect: "'tab\\t nl\\n'"
# expect: "'\\x00\\x1f\\x7f\\x80\\xa0\\xad'"
# expect: "'\\u200b\\u2028\\ud800'"
# expect: "'\\U000e0001\xe9\U0001f600'"
