# t strings render lazily
# python: 3.14
from string.templatelib import Interpolation, Template


def html(template):
    out = []
    for part in template:
        if isinstance(part, Interpolation):
            out.append(str(part.value).replace("<", "&lt;"))
        else:
            out.append(part)
    return "".join(out)


evil = "<script>"
print(html(t"<p>{evil}</p>"), html(t""), html(t"{1}{2}"))  # expect: <p>&lt;script></p>  12
print((t"a{1}b" + t"c{2}").strings, isinstance(t"x", Template), t"{'x':{3}}".interpolations[0].format_spec)
# expect: ('a', 'bc', '') True 3
