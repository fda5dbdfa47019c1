# termios: what is no terminal says so, and a bad argument is told before that; /dev/null can be opened for both
import os
import socket
import termios
import tty

def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, type(e).__module__, e.args[0] if type(e) is TypeError else "")

file = open(__file__) if "__file__" in globals() and os.path.exists(__file__) else open("/dev/null")
fd = file.fileno()
told(lambda: termios.tcgetattr(fd))  # expect-json: "error termios "
told(lambda: termios.tcgetattr("x"))
# expect: TypeError builtins argument must be an int, or have a fileno() method.
told(lambda: termios.tcsetattr(fd, termios.TCSANOW, [1]))
# expect: TypeError builtins tcsetattr, arg 3: must be 7 element list
told(lambda: termios.tcsetattr(fd, termios.TCSANOW, 5))
# expect: TypeError builtins tcsetattr, arg 3: must be 7 element list
told(lambda: termios.tcgetattr(-1))  # expect-json: "ValueError builtins "
told(lambda: tty.setraw(fd))  # expect-json: "error termios "
print(issubclass(termios.error, Exception), issubclass(termios.error, OSError))  # expect: True False
with open("/dev/null", "r+b") as null:
    print(null.seekable(), null.read(), null.write(b"abc"))  # expect: True b'' 3
file.close()
