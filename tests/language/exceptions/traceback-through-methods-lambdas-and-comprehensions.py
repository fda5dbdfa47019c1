# traceback through methods lambdas and comprehensions
class A:
    def m(self, f):
        return [f(i) for i in range(3)]


A().m(lambda i: 1 / (i - 1))
# raises: ZeroDivisionError: division by zero
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-through-methods-lambdas-and-comprehensions.py", line 7, in <module>
# traceback:     A().m(lambda i: 1 / (i - 1))
# traceback:     ~~~~~^^^^^^^^^^^^^^^^^^^^^^^
# traceback:   File "traceback-through-methods-lambdas-and-comprehensions.py", line 4, in m
# traceback:     return [f(i) for i in range(3)]
# traceback:             ~^^^
# traceback:   File "traceback-through-methods-lambdas-and-comprehensions.py", line 7, in <lambda>
# traceback:     A().m(lambda i: 1 / (i - 1))
# traceback:                     ~~^~~~~~~~~
# traceback: ZeroDivisionError: division by zero
