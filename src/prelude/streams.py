# The standard streams until the io module is imported: enough of TextIOWrapper for printing, input() and iterating lines. print() writes to
# them without coming here (see src/host/builtins/output.ts).


class StandardStream:
    __module__ = "_io"
    __qualname__ = "TextIOWrapper"

    def __init__(self, fd, name, mode):
        self._fd = fd
        self.name = name
        self.mode = mode
        self.encoding = "utf-8"
        self.errors = "strict" if fd != 2 else "backslashreplace"
        self.newlines = None
        self.line_buffering = True
        self.closed = False

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        write_stream(self._fd, text)
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def fileno(self):
        return self._fd

    def isatty(self):
        return False

    def readable(self):
        return self._fd == 0

    def writable(self):
        return self._fd != 0

    def seekable(self):
        return False

    def readline(self, size=-1, /):
        return read_line()

    def read(self, size=-1, /):
        parts = []
        while line := read_line():
            parts.append(line)
        return "".join(parts)

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = read_line()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.closed = True

    def reconfigure(self, **options):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


stdin = StandardStream(0, "<stdin>", "r")
stdout = StandardStream(1, "<stdout>", "w")
stderr = StandardStream(2, "<stderr>", "w")


def _separator(text, name, preset):
    if text is None:
        return preset
    if not isinstance(text, str):
        raise TypeError(f"{name} must be None or a string, not {type(text).__name__}")
    return text


# Whether nobody sees that a file gets a line at once and not its parts.
def _takes_all(file, write):
    cls = type(file)
    return "_prints_whole" in cls.__dict__ and type(write) is _method and write.__func__ is cls.__dict__["write"]


_method = type(stdout.write)


# print() to a file that is not one of these.
def print_to(file, sep, end, flush, values):
    sep = _separator(sep, "sep", " ")
    end = _separator(end, "end", "\n")
    write = file.write
    text = ""
    first = True
    if _takes_all(file, write):
        for value in values:
            if first:
                first = False
            else:
                text += sep
            kind = type(value)
            if kind is str or kind is int or kind is float:
                text += str(value)
                continue
            # What it prints itself comes in between.
            if text:
                write(text)
                text = ""
            write(str(value))
        write(text + end)
    else:
        for value in values:
            if first:
                first = False
            else:
                write(sep)
            write(str(value))
        write(end)
    if flush:
        file.flush()
