# CPython as a server: one JSON program a line on stdin, one JSON answer a line on stdout. The running of a program is
# tests/harness/oracle.py's, so fuzzing and the language tests ask the same judge.
import json
import os
import resource
import signal
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "harness"))
import oracle

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


class TooLong(BaseException):
    """The program would take too long: it is left out."""


def stop(number, frame):
    signal.alarm(1)
    raise TooLong


def serve():
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    signal.signal(signal.SIGALRM, stop)
    for line in sys.stdin:
        try:
            signal.alarm(2)
            seen = oracle.run_program(json.loads(line), "fuzz.py")
            signal.alarm(0)
        except TooLong:
            signal.alarm(0)
            seen = {"lines": [], "partial": "", "exception": "TooLong"}
        stdout = "".join(text + "\n" for _, text in seen["lines"]) + seen["partial"]
        answers.write(json.dumps({"stdout": stdout, "exception": (seen["exception"] or "").removeprefix("oracle.") or None}) + "\n")
        answers.flush()


serve()
