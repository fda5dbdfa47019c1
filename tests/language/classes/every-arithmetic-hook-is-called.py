# every arithmetic hook is called
names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()


class Left:
    pass


class Right:
    pass


for n in names:
    setattr(Left, f"__{n}__", lambda self, o, n=n: n)
    setattr(Right, f"__r{n}__", lambda self, o, n=n: "r" + n)
    setattr(Left, f"__i{n}__", lambda self, o, n=n: "i" + n)
a, b = Left(), Right()
print(a + b, a - b, a * b, a / b, a // b, a % b, a**b, a << b, a >> b, a & b, a | b, a ^ b, a @ b)
# expect: add sub mul truediv floordiv mod pow lshift rshift and or xor matmul
print(1 + b, 1 - b, 1 * b, 1 / b, 1 // b, 1 % b, 1**b, 1 << b, 1 >> b, 1 & b, 1 | b, 1 ^ b, 1 @ b)
# expect: radd rsub rmul rtruediv rfloordiv rmod rpow rlshift rrshift rand ror rxor rmatmul
x = a; x += 1; print(x, end=" ")
x = a; x -= 1; print(x, end=" ")
x = a; x *= 1; print(x, end=" ")
x = a; x /= 1; print(x, end=" ")
x = a; x //= 1; print(x, end=" ")
x = a; x %= 1; print(x, end=" ")
x = a; x **= 1; print(x, end=" ")
x = a; x <<= 1; print(x, end=" ")
x = a; x >>= 1; print(x, end=" ")
x = a; x &= 1; print(x, end=" ")
x = a; x |= 1; print(x, end=" ")
x = a; x ^= 1; print(x, end=" ")
x = a; x @= 1; print(x)
# expect: iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor imatmul
