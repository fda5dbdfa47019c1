# try finally with yield inside
def g():
    for i in range(3):
        try:
            yield i
        except ValueError:
            yield "handled"
        else:
            yield "else"
        finally:
            print("finally", i)


it = g()
print(next(it), next(it), next(it), it.throw(ValueError), next(it), list(it))
# expect: finally 0
# expect: finally 1
# expect: finally 2
# expect: 0 else 1 handled 2 ['else']
