# Runs test programs inside a real CPython (pyodide's 3.14, or a native one) and reports what they did. Every
# program gets a fresh `__main__`; interpreter-wide state is put back after each one. Each piece of output carries
# the line the module was on, so that expectations can be written beside the statement that printed.
import ast
import gc
import io
import json
import linecache
import sys
import traceback
import types
import warnings


class Capture(io.TextIOBase):
    """A stdout that remembers, for each newline-terminated line, the module line that finished it."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, filename):
        self.filename = filename
        self.parts = []
        self.lines = []  # (module line number, text)

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        text.encode("utf-8")
        start = 0
        while (end := text.find("\n", start)) >= 0:
            self.parts.append(text[start:end])
            self.lines.append((self.module_line(), "".join(self.parts)))
            self.parts.clear()
            start = end + 1
        if start < len(text):
            self.parts.append(text[start:])
        return len(text)

    def module_line(self):
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_name == "<module>" and frame.f_code.co_filename == self.filename:
                return frame.f_lineno
            frame = frame.f_back
        return None


def statements_of(source, filename):
    """Top-level statements as [first line, last line, is it simple]; and every simple statement inside."""
    try:
        tree = ast.parse(source, filename)
    except SyntaxError:
        return [], []
    simple = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body") and not isinstance(node, ast.Match):
            simple.append([node.lineno, node.end_lineno])
    top = []
    for node in tree.body:
        compound = hasattr(node, "body") or isinstance(node, ast.Match)
        first = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        top.append([first, node.end_lineno, not compound])
    return top, simple


def restore_modules(saved):
    """Puts back what a program took from sys.modules or replaced there; what it imported meanwhile may be made of that, so it goes, too."""
    if any(sys.modules.get(name) is not module for name, module in saved.items() if name != "__main__"):
        for name in set(sys.modules) - set(saved):
            del sys.modules[name]
    sys.modules.update(saved)


def run_program(source, filename):
    """Run one program. Never raises, whatever the program does."""
    capture = Capture(filename)
    module = types.ModuleType("__main__")
    module.__dict__["__file__"] = filename
    module.__dict__["__builtins__"] = __builtins__
    saved_main = sys.modules.get("__main__")
    saved_modules = dict(sys.modules)
    saved = (sys.stdout, sys.stderr, sys.getrecursionlimit(), sys.excepthook, sys.displayhook, list(sys.path), list(sys.argv))
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    errors = io.StringIO()
    exception = trace = None
    raise_line = None
    sys.modules["__main__"] = module
    sys.stdout, sys.stderr, sys.argv = capture, errors, [filename]
    try:
        with warnings.catch_warnings():
            try:
                exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)
            except BaseException as error:
                tb = error.__traceback__.tb_next
                if tb is not None:
                    raise_line = tb.tb_lineno
                if tb is None or tb.tb_frame.f_code.co_filename != filename:
                    raise_line = None
                report = traceback.TracebackException(type(error), error, tb)
                trace = "".join(report.format(colorize=False)) if sys.version_info >= (3, 13) else "".join(report.format())
                report.__notes__ = None
                exception = list(report.format_exception_only())[-1].rstrip("\n")
                if isinstance(error, SyntaxError):
                    error.__traceback__ = None
                traceback.clear_frames(error.__traceback__)
                del report, tb, error
    finally:
        sys.setrecursionlimit(saved[2])
        printed = len(capture.lines)
        module.__dict__.clear()
        gc.collect()
        sys.stdout, sys.stderr, _, sys.excepthook, sys.displayhook, sys.path[:], sys.argv = saved
        restore_modules(saved_modules)
        linecache.cache.pop(filename, None)
        gc.enable()
        if sys.gettrace() is not None:
            sys.settrace(None)
    top, simple = statements_of(source, filename)
    return {
        "lines": capture.lines[:printed],
        "partial": "".join(capture.parts) if len(capture.lines) == printed else "",
        "late": [text for _, text in capture.lines[printed:]],
        "stderr": errors.getvalue(),
        "exception": exception,
        "traceback": trace,
        "raiseLine": raise_line,
        "top": top,
        "simple": simple,
    }


def run_json(request):
    """request: JSON list of {source, filename}; the answer: JSON list of results."""
    return json.dumps([run_program(each["source"], each["filename"]) for each in json.loads(request)])


if __name__ == "__main__":
    # Native use: one request on stdin, one answer on stdout.
    answer = run_json(sys.stdin.read())
    sys.stdout.write(answer)
