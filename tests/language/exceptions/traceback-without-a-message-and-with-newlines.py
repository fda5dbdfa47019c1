# traceback without a message and with newlines
class Quiet(Exception):
    pass


try:
    raise Quiet
except Quiet as e:
    err = e
raise ValueError("line one\nline two") from err
# raises-json: "ValueError: line one\nline two"
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-without-a-message-and-with-newlines.py", line 7, in <module>
# traceback:     raise Quiet
# traceback: Quiet
# traceback:
# traceback: The above exception was the direct cause of the following exception:
# traceback:
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-without-a-message-and-with-newlines.py", line 10, in <module>
# traceback:     raise ValueError("line one\nline two") from err
# traceback: ValueError: line one
# traceback: line two
