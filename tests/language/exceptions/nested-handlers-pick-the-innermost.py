# nested handlers pick the innermost
def f(n):
    try:
        try:
            try:
                if n == 0:
                    raise KeyError("k")
                if n == 1:
                    raise ValueError("v")
                raise TypeError("t")
            except KeyError:
                return "inner"
        except (ValueError, OSError):
            return "middle"
    except Exception as e:
        return "outer " + type(e).__name__


print(f(0), f(1), f(2))  # expect: inner middle outer TypeError
