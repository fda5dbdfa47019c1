# The module _random: CPython's generator class over the core's Mersenne Twister (native/core/random.c).
from _krait import mt_getrandbits, mt_getstate, mt_random, mt_seed, mt_setstate

_STATE_BYTES = 2500


class Random:
    __module__ = "_random"
    __slots__ = ("_mt",)

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._mt = bytearray(_STATE_BYTES)
        return self

    def __init__(self, x=None, /):
        self.seed(x)

    def seed(self, n=None, /):
        """seed([n]) -> None.  Defaults to use urandom and falls back to a combination of the current time and the process identifier."""
        if n is None:
            import os
            n = int.from_bytes(os.urandom(2496))
        elif isinstance(n, int):
            n = abs(int(n))
        else:
            n = hash(n) & 0xFFFFFFFFFFFFFFFF
        mt_seed(self._mt, n)

    def random(self):
        """random() -> x in the interval [0, 1)."""
        return mt_random(self._mt)

    def getrandbits(self, k, /):
        """getrandbits(k) -> x.  Generates an int with k random bits."""
        return mt_getrandbits(self._mt, k)

    def getstate(self):
        """getstate() -> tuple containing the current state."""
        return mt_getstate(self._mt)

    def setstate(self, state, /):
        """setstate(state) -> None.  Restores generator state."""
        mt_setstate(self._mt, state)


from _krait import seal_types as _seal_types

_seal_types(Random)
