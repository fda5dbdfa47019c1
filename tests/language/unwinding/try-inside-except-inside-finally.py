# try inside except inside finally
out = []
try:
    try:
        out.append("a")
        raise ValueError("1")
    except ValueError:
        try:
            out.append("b")
            raise TypeError("2")
        except TypeError:
            out.append("c")
        else:
            out.append("never")
        finally:
            try:
                out.append("d")
                raise KeyError("3")
            except KeyError:
                out.append("e")
        out.append("f")
        raise
except ValueError as e:
    out.append(str(e))
    out.append(e.__context__)
print(out)  # expect: ['a', 'b', 'c', 'd', 'e', 'f', '1', None]
