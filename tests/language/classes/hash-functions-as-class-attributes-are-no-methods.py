# A hash function as a class attribute is called without the instance.
import functools
import hashlib
import operator


class Signer:
    digest = hashlib.sha256
    other = hashlib.md5
    less = operator.lt
    fold = functools.reduce


signer = Signer()
print(signer.digest(b"text").hexdigest()[:16])  # expect: 982d9e3eb996f559
print(signer.digest == hashlib.sha256, signer.digest is hashlib.sha256, Signer.digest is hashlib.sha256)
# expect: True True True
print(signer.other(b"").hexdigest())  # expect: d41d8cd98f00b204e9800998ecf8427e
print(signer.less(1, 2), signer.fold(operator.add, [1, 2, 3]))  # expect: True 6


class Cached:
    @functools.lru_cache
    def double(self, n):
        return 2 * n

    @functools.singledispatchmethod
    def show(self, x):
        return "object"

    @show.register
    def _(self, x: int):
        return "int"


print(Cached().double(4), Cached().show(1), Cached().show(""))  # expect: 8 int object
