# input() of streams that were closed, replaced or lost
import io
import sys

stdout = sys.stdout


def ask(*prompt):
    try:
        stdout.write(repr(input(*prompt)) + "\n")
    except Exception as e:
        stdout.write(f"{type(e).__name__} {e}\n")


class Reads:
    def __init__(self, answer):
        self.answer = answer

    def readline(self):
        return self.answer


class Writes:
    def write(self, text):
        stdout.write(f"written {text!r}\n")

    def flush(self):
        stdout.write("flushed\n")


class WritesOnly:
    def write(self, text):
        stdout.write(f"written {text!r}\n")


sys.stdin = io.StringIO("a\nb")
ask()  # expect: 'a'
ask()  # expect: 'b'
ask()  # expect: EOFError EOF when reading a line
for answer in ["line\n", "line", "", "\n", 5, None]:
    sys.stdin = Reads(answer)
    ask()
# expect: 'line'
# expect: 'line'
# expect: EOFError EOF when reading a line
# expect: ''
# expect: TypeError object.readline() returned non-string
# expect: TypeError object.readline() returned non-string
sys.stdin = object()
ask()  # expect: AttributeError 'object' object has no attribute 'readline'
sys.stdin = io.StringIO("a\nb")
sys.stdin.close()
ask()  # expect: ValueError I/O operation on closed file
sys.stdin = io.StringIO("a\nb")
for stream in (Writes(), WritesOnly()):
    sys.stdout = stream
    ask("prompt")
# expect: written 'prompt'
# expect: flushed
# expect: 'a'
# expect: written 'prompt'
# expect: 'b'
sys.stdout = None
ask("prompt")  # expect: RuntimeError lost sys.stdout
del sys.stdout
ask("prompt")  # expect: RuntimeError lost sys.stdout
sys.stdout = stdout
stderr, sys.stderr = sys.stderr, None
ask()  # expect: RuntimeError lost sys.stderr
sys.stderr = stderr
sys.stdin = None
ask()  # expect: RuntimeError lost sys.stdin
del sys.stdin
ask()  # expect: RuntimeError lost sys.stdin
