# pipelines
def numbers(n):
    for i in range(n):
        yield i


def squares(it):
    for x in it:
        yield x * x


def odd(it):
    for x in it:
        if x % 2:
            yield x


print(sum(odd(squares(numbers(1000)))), list(odd(squares(numbers(10)))), max(squares(odd(numbers(50)))))
# expect: 166666500 [1, 9, 25, 49, 81] 2401
