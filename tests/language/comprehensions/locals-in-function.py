# locals in function
def f(a):
    b = 2
    result = [sorted(locals()) for c in range(1)]
    return result, sorted(locals())


print(f(1)[1])  # expect: ['a', 'b', 'result']
