# open errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


try:
    open("/no/such/dir/file.txt")
except FileNotFoundError as e:
    print(e.strerror, e.filename)  # expect: No such file or directory /no/such/dir/file.txt
attempt(open, "x", "q")  # expect: ValueError: invalid mode: 'q'
attempt(open, "x", "rw")  # expect: ValueError: must have exactly one of create/read/write/append mode
attempt(open, "x", "rb", -1, "utf-8")  # expect: ValueError: binary mode doesn't take an encoding argument
attempt(open)  # expect: TypeError: open() missing required argument 'file' (pos 1)
attempt(open, 1.5)  # expect: TypeError: expected str, bytes or os.PathLike object, not float
import io
f = io.StringIO("x")
f.close()
attempt(f.read)  # expect: ValueError: I/O operation on closed file
attempt(lambda: io.StringIO(5))  # expect: TypeError: initial_value must be str or None, not int
