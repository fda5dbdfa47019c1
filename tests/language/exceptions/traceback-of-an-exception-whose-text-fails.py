# traceback of an exception whose text fails
class Bad(Exception):
    def __str__(self):
        raise RuntimeError("no text")


raise Bad("x")
# raises: Bad: <exception str() failed>
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-of-an-exception-whose-text-fails.py", line 7, in <module>
# traceback:     raise Bad("x")
# traceback: Bad: <exception str() failed>
