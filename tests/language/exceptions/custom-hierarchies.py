# custom hierarchies
class AppError(Exception):
    "base"


class NotFound(AppError):
    def __init__(self, what, code=404):
        super().__init__(what, code)
        self.what = what

    def __str__(self):
        return f"{self.what} not found"


class Both(NotFound, KeyError):
    pass


try:
    raise NotFound("page")
except AppError as e:
    print(e, repr(e), e.args, e.what, isinstance(e, Exception))
# expect: page not found NotFound('page', 404) ('page', 404) page True
try:
    raise Both("key")
except KeyError as e:
    print(e, repr(e), [k.__name__ for k in type(e).__mro__[:4]])
# expect: key not found Both('key', 404) ['Both', 'NotFound', 'AppError', 'KeyError']
print(repr(AppError()), str(AppError()), str(AppError(1)), str(AppError(1, 2)), repr(AppError("a", 2)))
# expect: AppError()  1 (1, 2) AppError('a', 2)
