# shifts grow and shrink
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(1 << 46, 1 << 47, 1 << 48, 1 << 64, -1 << 47, -1 << 48)
# expect: 70368744177664 140737488355328 281474976710656 18446744073709551616 -140737488355328 -281474976710656
print(2**64 >> 1, 2**64 >> 64, 2**64 >> 65, -(2**64) >> 100)  # expect: 9223372036854775808 1 0 -1
print(-1 >> 1, -5 >> 1, 5 >> 1, 5 >> 1000, -5 >> 10**30)  # expect: -1 -3 2 0 -1
attempt(lambda: 1 << -1)  # expect: ValueError: negative shift count
attempt(lambda: 1 >> -1)  # expect: ValueError: negative shift count
print(0 << 10**30)  # expect: 0
print(3 << 40 >> 38)  # expect: 12
