# uncaught error from a class body in a function
def build(n):
    class Config:
        ratio = 100 / n
    return Config


print(build(4).ratio)  # expect: 25.0
build(0)
# raises: ZeroDivisionError: division by zero
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-error-from-a-class-body-in-a-function.py", line 9, in <module>
# traceback:     build(0)
# traceback:     ~~~~~^^^
# traceback:   File "uncaught-error-from-a-class-body-in-a-function.py", line 3, in build
# traceback:     class Config:
# traceback:         ratio = 100 / n
# traceback:   File "uncaught-error-from-a-class-body-in-a-function.py", line 4, in Config
# traceback:     ratio = 100 / n
# traceback:             ~~~~^~~
# traceback: ZeroDivisionError: division by zero
