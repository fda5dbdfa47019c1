# exceptions in iteration and comparison hooks
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise LookupError("next failed")


class Lt:
    def __lt__(self, o):
        raise LookupError("lt failed")


class Bo:
    def __bool__(self):
        raise LookupError("bool failed")


attempt(lambda: list(It()))  # expect: LookupError: next failed
attempt(lambda: [x for x in It()])  # expect: LookupError: next failed
attempt(lambda: sorted([Lt(), Lt()]))  # expect: LookupError: lt failed
attempt(lambda: max(Lt(), Lt()) if Lt() > Lt() else 0)  # expect: LookupError: lt failed
attempt(lambda: not Bo())  # expect: LookupError: bool failed
attempt(lambda: [Bo()] and Bo() and 1)  # expect: LookupError: bool failed
attempt(lambda: dict(It()))  # expect: LookupError: next failed
attempt(lambda: print(*It()))  # expect: LookupError: next failed
attempt(lambda: any([Bo()]))  # expect: LookupError: bool failed
attempt(lambda: list(filter(None, [Bo()])))  # expect: LookupError: bool failed
