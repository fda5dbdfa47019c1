# what comes before a mistake in a format string has been looked up and formatted when the mistake is found
class Point:
    x = [1, 2]

    def __format__(self, spec):
        print("formatted", spec)
        return "P"


p = Point()
for text in [
    "{0.x[0]!", "{0.x.}", "{0[a]b}", "{0!", "{0!}", "{0!r", "{0:", "{0.x[0]!z}", "{0.x[0", "{0[", "{0.", "{.}", "{[}", "{!", "{:",
    "{0!rx", "{0!r:", "{0[]", "{0[0]]}", "{0.x[0]x", "{a[b}", "{0.x[5]!", "{0.y!", "{0!{", "{0!}}", "{0:{", "{0:{}", "{0[{]}",
    "{0.{}", "{0!r }", "{0.x[99999999999999999999]}", "{0.x[01]}", "{01}", "{٣}", "{0.x[٠]}", "{0:a}{0.x..}", "{0:b}{", "{0:c}}",
]:
    try:
        print(text, "->", text.format(p, 5))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
# expect: {0.x[0]! -> ValueError end of string while looking for conversion specifier
# expect: {0.x.} -> ValueError Empty attribute in format string
# expect: {0[a]b} -> TypeError 'Point' object is not subscriptable
# expect: {0! -> ValueError end of string while looking for conversion specifier
# expect: {0!} -> ValueError unmatched '{' in format spec
# expect: {0!r -> ValueError unmatched '{' in format spec
# expect: {0: -> ValueError unmatched '{' in format spec
# expect: {0.x[0]!z} -> ValueError Unknown conversion specifier z
# expect: {0.x[0 -> ValueError expected '}' before end of string
# expect: {0[ -> ValueError expected '}' before end of string
# expect: {0. -> ValueError expected '}' before end of string
# expect: {.} -> ValueError Empty attribute in format string
# expect: {[} -> ValueError expected '}' before end of string
# expect: {! -> ValueError end of string while looking for conversion specifier
# expect: {: -> ValueError unmatched '{' in format spec
# expect: {0!rx -> ValueError expected ':' after conversion specifier
# expect: {0!r: -> ValueError unmatched '{' in format spec
# expect: {0[] -> ValueError expected '}' before end of string
# expect: {0[0]]} -> TypeError 'Point' object is not subscriptable
# expect: {0.x[0]x -> ValueError expected '}' before end of string
# expect: {a[b} -> ValueError expected '}' before end of string
# expect: {0.x[5]! -> ValueError end of string while looking for conversion specifier
# expect: {0.y! -> ValueError end of string while looking for conversion specifier
# expect: {0!{ -> ValueError unmatched '{' in format spec
# expect: {0!}} -> ValueError Unknown conversion specifier }
# expect: {0:{ -> ValueError unmatched '{' in format spec
# expect: {0:{} -> ValueError unmatched '{' in format spec
# expect: {0[{]} -> TypeError 'Point' object is not subscriptable
# expect: {0.{} -> ValueError unexpected '{' in field name
# expect: {0!r } -> ValueError expected ':' after conversion specifier
# expect: {0.x[99999999999999999999]} -> ValueError Too many decimal digits in format string
# expect: {0.x[01]} -> 2
# expect: {01} -> 5
# expect: {٣} -> IndexError Replacement index 3 out of range for positional args tuple
# expect: {0.x[٠]} -> 1
# expect: formatted a
# expect: {0:a}{0.x..} -> ValueError Empty attribute in format string
# expect: formatted b
# expect: {0:b}{ -> ValueError Single '{' encountered in format string
# expect: formatted c
# expect: {0:c}} -> ValueError Single '}' encountered in format string
