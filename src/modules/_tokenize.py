# The module _tokenize.
class TokenizerIter:
    """The tokens of a source: what tokenize.generate_tokens runs on."""
    __module__ = "_tokenize"
    __slots__ = ("_readline", "_encoding", "_extra", "_tokens", "_error")

    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        self._readline = readline
        self._encoding = encoding
        self._extra = bool(extra_tokens)
        self._tokens = self._error = None

    def __iter__(self):
        return self

    def _source(self):
        lines = []
        while True:
            try:
                line = self._readline()
            except StopIteration:
                break
            if not line:
                break
            if self._encoding is not None:
                line = line.decode(self._encoding, "replace")
            elif not isinstance(line, str):
                raise TypeError("readline() returned a non-string object")
            lines.append(line)
        return "".join(lines)

    def __next__(self):
        if self._tokens is None:
            tokens, self._error = _tokens(self._source(), self._extra)
            self._tokens = iter(tokens)
        for token in self._tokens:
            return token
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        raise StopIteration
