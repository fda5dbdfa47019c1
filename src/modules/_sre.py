# The module _sre: Pattern and Match objects over the matching engine in the core (native/core/sre.c). The library's re package compiles patterns
# to the code that the engine runs.
from _operator import index
from _krait import match_group, match_groups, sre_cased, sre_findall, sre_lower, sre_match, sre_pack, sre_split, sre_sub

MAGIC = 20230612
CODESIZE = 4
MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
copyright = " SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "

_MATCH, _FULLMATCH, _SEARCH = 0, 1, 2
_FLAG_NAMES = (
    ("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64), ("DEBUG", 128), ("ASCII", 256),
)
_MAX = 0x7FFFFFFFFFFFFFFF


def getcodesize():
    return CODESIZE


def ascii_iscased(character, /):
    return sre_cased(character, False)


def unicode_iscased(character, /):
    # also a character whose upper case is more than one: ΐ equals another that is written with the same parts
    return sre_cased(character, True) or chr(character).upper()[0] != chr(character)


def ascii_tolower(character, /):
    return sre_lower(character, False)


def unicode_tolower(character, /):
    return sre_lower(character, True)


def _run(pattern, string, pos, endpos, mode, must_pass):
    while (found := sre_match(pattern._code, string, pos, endpos, mode, pattern.groups, must_pass)) is NotImplemented:
        pass  # interrupted: the loop's back edge is where the interruption is served
    return found


class Pattern:
    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_code", "_names", "_kind", "_index", "_template", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    def __init_subclass__(cls):
        raise TypeError("type 're.Pattern' is not an acceptable base type")

    def _subject(self, given):
        # what the engine searches: an exact str or bytes, whose slices are exact too
        if type(given) is str or type(given) is bytes:
            string = given
        elif isinstance(given, str):
            string = str.__str__(given)
        else:
            try:
                string = bytes(memoryview(given))
            except TypeError:
                string = None
            if string is None:
                raise TypeError(f"expected string or bytes-like object, got '{type(given).__name__}'")
        pattern = self.pattern
        if type(pattern) is not type(string) and pattern is not None:
            if isinstance(string, str):
                if not isinstance(pattern, str):
                    raise TypeError("cannot use a bytes pattern on a string-like object")
            elif isinstance(pattern, str):
                raise TypeError("cannot use a string pattern on a bytes-like object")
        return string

    def match(self, /, string, pos=0, endpos=_MAX):
        subject = string if type(string) is self._kind else self._subject(string)
        found = sre_match(self._code, subject, pos, endpos, _MATCH, self.groups, -1)
        if found is None:
            return None
        if found is NotImplemented:
            found = _run(self, subject, pos, endpos, _MATCH, -1)
            if found is None:
                return None
        match = _new(Match)
        match.re = self
        match.string = string
        match._subject = subject
        match._found = found
        match._pos = pos
        match._endpos = endpos
        return match

    def fullmatch(self, /, string, pos=0, endpos=_MAX):
        subject = string if type(string) is self._kind else self._subject(string)
        found = sre_match(self._code, subject, pos, endpos, _FULLMATCH, self.groups, -1)
        if found is None:
            return None
        if found is NotImplemented:
            found = _run(self, subject, pos, endpos, _FULLMATCH, -1)
            if found is None:
                return None
        match = _new(Match)
        match.re = self
        match.string = string
        match._subject = subject
        match._found = found
        match._pos = pos
        match._endpos = endpos
        return match

    def search(self, /, string, pos=0, endpos=_MAX):
        subject = string if type(string) is self._kind else self._subject(string)
        found = sre_match(self._code, subject, pos, endpos, _SEARCH, self.groups, -1)
        if found is None:
            return None
        if found is NotImplemented:
            found = _run(self, subject, pos, endpos, _SEARCH, -1)
            if found is None:
                return None
        match = _new(Match)
        match.re = self
        match.string = string
        match._subject = subject
        match._found = found
        match._pos = pos
        match._endpos = endpos
        return match

    def _each(self, string, pos, endpos):
        # tuples of the engine for all matches, in order; an empty match may not touch the empty match before it
        must_pass = -1
        while (found := _run(self, string, pos, endpos, _SEARCH, must_pass)) is not None:
            yield found
            start, end = found[2], found[3]
            must_pass = end if start == end else -1
            pos = end

    def findall(self, /, string, pos=0, endpos=_MAX):
        subject = self._subject(string)
        result = sre_findall(self._code, subject, pos, endpos, self.groups)
        if result is not NotImplemented:
            return result
        empty = subject[:0]
        groups = self.groups
        result = []
        must_pass = -1
        pos = max(pos, 0)
        while (found := _run(self, subject, pos, endpos, _SEARCH, must_pass)) is not None:
            start, end = found[2], found[3]
            if groups == 0:
                result.append(subject[start:end])
            elif groups == 1:
                result.append(subject[found[4]:found[5]] if found[4] >= 0 else empty)
            else:
                result.append(tuple([
                    subject[found[i]:found[i + 1]] if found[i] >= 0 else empty for i in range(4, 4 + 2 * groups, 2)
                ]))
            must_pass = end if start == end else -1
            pos = end
        return result

    def finditer(self, /, string, pos=0, endpos=_MAX):
        return _iterate(self, string, self._subject(string), pos, endpos)

    def scanner(self, /, string, pos=0, endpos=_MAX):
        return _new_scanner(self, string, self._subject(string), pos, endpos)

    def split(self, /, string, maxsplit=0):
        if type(maxsplit) is not int or not -_MAX <= maxsplit <= _MAX:
            maxsplit = _count(maxsplit)
        subject = self._subject(string)
        result = sre_split(self._code, subject, maxsplit, self.groups)
        if result is not NotImplemented:
            return result
        result = []
        at = 0
        splits = 0
        for found in self._each(subject, 0, _MAX):
            if maxsplit and splits >= maxsplit:
                break
            result.append(subject[at:found[2]])
            for i in range(4, 4 + 2 * self.groups, 2):
                result.append(subject[found[i]:found[i + 1]] if found[i] >= 0 else None)
            at = found[3]
            splits += 1
        result.append(subject[at:])
        return result

    def sub(self, /, repl, string, count=0):
        return _substitute(self, repl, string, count)[0]

    def subn(self, /, repl, string, count=0):
        return _substitute(self, repl, string, count)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __class_getitem__(cls, item, /):
        import types
        return types.GenericAlias(cls, item)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and self._code == other._code
                and type(self.pattern) is type(other.pattern) and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self._code, self.pattern))

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & (32 | 256 | 4) == 32:
            flags &= ~32
        names = []
        for name, bit in _FLAG_NAMES:
            if flags & bit:
                names.append("re." + name)
                flags &= ~bit
        if flags:
            names.append(hex(flags))
        text = repr(self.pattern)[:200]
        return f"re.compile({text}, {'|'.join(names)})" if names else f"re.compile({text})"


def compile(pattern, flags, code, groups, groupindex, indexgroup):
    self = object.__new__(Pattern)
    self.pattern = pattern
    self.flags = int(flags)
    self.groups = groups
    self._index = dict(groupindex)
    self.groupindex = _proxy(self._index)
    self._kind = type(pattern) if type(pattern) is str or type(pattern) is bytes else None
    self._names = indexgroup
    self._code = sre_pack(list(code))
    self._template = (None, None)
    return self


_proxy = type(type.__dict__)
_new = object.__new__


class Match:
    __module__ = "re"
    __slots__ = ("re", "string", "_pos", "_endpos", "_subject", "_found")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def __init_subclass__(cls):
        raise TypeError("type 're.Match' is not an acceptable base type")

    def _index(self, group):
        # place of a group's start in the engine's tuple
        if type(group) is not int:
            if not hasattr(type(group), "__index__"):
                index = self.re._index.get(group) if isinstance(group, (str, bytes)) else None
                if index is None:
                    raise IndexError("no such group")
                return 2 + 2 * index
            group = group.__index__()
        if 0 <= group <= self.re.groups:
            return 2 + 2 * group
        raise IndexError("no such group")

    def _text(self, group, default=None):
        i = self._index(group)
        start = self._found[i]
        return default if start < 0 else self._subject[start:self._found[i + 1]]

    @property
    def pos(self):
        return min(max(self._pos, 0), len(self._subject))

    @property
    def endpos(self):
        return min(max(self._endpos, 0), len(self._subject))

    def group(self, /, *groups):
        text = match_group(self._found, self._subject, groups, self.re._index)
        if text is not NotImplemented:
            return text
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group, /):
        text = match_group(self._found, self._subject, (group,), self.re._index)
        return self._text(group) if text is NotImplemented else text

    def groups(self, default=None):
        texts = match_groups(self._found, self._subject, default)
        if texts is not NotImplemented:
            return texts
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re._index.items()}

    def start(self, group=0, /):
        return self._found[self._index(group)]

    def end(self, group=0, /):
        return self._found[self._index(group) + 1]

    def span(self, group=0, /):
        i = self._index(group)
        return (self._found[i], self._found[i + 1])

    @property
    def regs(self):
        found = self._found
        return tuple([(found[i], found[i + 1]) for i in range(2, 4 + 2 * self.re.groups, 2)])

    @property
    def lastindex(self):
        return self._found[0]

    @property
    def lastgroup(self):
        index = self._found[0]
        return None if index is None else self.re._names[index]

    def expand(self, /, template):
        import re
        return _expand(re._compile_template(self.re, template), self._subject, self._found)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __class_getitem__(cls, item, /):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"


def _new_match(pattern, string, subject, found, pos, endpos):
    self = _new(Match)
    self.re = pattern
    self.string = string
    self._subject = subject
    self._found = found
    self._pos = pos
    self._endpos = endpos
    return self


def _iterate(pattern, string, subject, pos, endpos):
    at = pos
    must_pass = -1
    code = pattern._code
    groups = pattern.groups
    while True:
        found = sre_match(code, subject, at, endpos, _SEARCH, groups, must_pass)
        if found is None:
            return
        if found is NotImplemented:
            continue  # interrupted: as _run
        yield _new_match(pattern, string, subject, found, pos, endpos)
        at = found[3]
        must_pass = at if found[2] == at else -1


class SRE_Scanner:
    __module__ = "_sre"
    __slots__ = ("pattern", "_string", "_searched", "_pos", "_endpos", "_must_pass")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_sre.SRE_Scanner' instances")

    def _next(self, mode):
        if self._pos is None:
            return None
        found = _run(self.pattern, self._searched, self._pos, self._endpos, mode, self._must_pass)
        if found is None:
            self._pos = None
            return None
        match = _new_match(self.pattern, self._string, self._searched, found, self._pos, self._endpos)
        self._must_pass = found[3] if found[2] == found[3] else -1
        self._pos = found[3]
        return match

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)


def _new_scanner(pattern, string, subject, pos, endpos):
    self = object.__new__(SRE_Scanner)
    self.pattern = pattern
    self._string = string
    self._searched = subject
    self._pos = pos
    self._endpos = endpos
    self._must_pass = -1
    return self


def template(pattern, template, /):
    # template: literal, group, literal, group … literal, as re._parser.parse_template makes it
    return tuple(template)


def _expand(parts, subject, found):
    empty = parts[0][:0]
    out = []
    for part in parts:
        if type(part) is int:
            i = 2 + 2 * part
            start = found[i]
            if start >= 0:
                out.append(subject[start:found[i + 1]])
        else:
            out.append(part)
    return empty.join(out)


def _count(given):
    # (What the functions of re hand over is an instance of a class of theirs.)
    count = int.__index__(given) if isinstance(given, int) else index(given)
    if not -_MAX - 1 <= count <= _MAX:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return count


def _substitute(pattern, repl, string, count):
    if type(count) is not int or not -_MAX <= count <= _MAX:
        count = _count(count)
    subject = pattern._subject(string)
    empty = subject[:0]
    call = None
    parts = None
    if callable(repl):
        call = repl
    else:
        # One that is not of the text's kind fails when the result is put together: not without a match.
        if not isinstance(repl, (str, bytes)):
            try:
                plain = bytes(memoryview(repl))
            except TypeError:
                raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found") from None
            if isinstance(subject, bytes) or b"\\" in plain:
                repl = plain
        if ("\\" if isinstance(repl, str) else b"\\") in repl:
            known, parts = pattern._template  # the last one: most programs have one for a pattern
            if repl != known:
                import re
                parts = re._compile_template(pattern, repl)
                pattern._template = (repl, parts)
            if len(parts) == 1:
                repl, parts = parts[0], None
    if call is None:
        result = sre_sub(pattern._code, subject, repl if parts is None else parts, count, pattern.groups)
        if result is not NotImplemented:
            return result if result[1] else (string, 0)
    out = []
    at = 0
    replaced = 0
    for found in pattern._each(subject, 0, _MAX):
        if count and replaced >= count:
            break
        if at < found[2]:
            out.append(subject[at:found[2]])
        if call is not None:
            text = call(_new_match(pattern, string, subject, found, 0, _MAX))
            if text is not None:
                out.append(text)
        elif parts is not None:
            out.append(_expand(parts, subject, found))
        else:
            out.append(repl)
        at = found[3]
        replaced += 1
    if not replaced:
        return (string, 0)
    if at < len(subject):
        out.append(subject[at:])
    return (empty.join(out), replaced)

from _krait import seal_types as _seal_types

_seal_types(Pattern, Match)
