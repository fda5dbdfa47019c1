# __pow__ and __rpow__ called by name with a third argument
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for x in 2.0, 2j, 2, True:
    for a in ((3.0,), (3.0, None), (3.0, 5), (3, 5), (3,), (3j,), ("x",), ("x", 5), (3, 5.0), (3, "x")):
        t(x.__rpow__, *a); t(x.__pow__, *a)
# expect: 9.0
# expect: 8.0
# expect: 9.0
# expect: 8.0
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: 9.0
# expect: 8.0
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: (-0.5862549342913523+0.8101266271509918j)
# expect: (-0-8j)
# expect: (-0.5862549342913523+0.8101266271509918j)
# expect: (-0-8j)
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: (-0.5862549342913523+0.8101266271509918j)
# expect: (-0-8j)
# expect: (-0.025334372812199676+0.03500874584900846j)
# expect: (-0.004374812582252155+0.007846052028917017j)
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: ValueError complex modulo
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: 4
# expect: 3
# expect: 9
# expect: 8
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: 3
# expect: 1
# expect: 3
# expect: 1
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
# expect: NotImplemented
