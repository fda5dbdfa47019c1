# locals and eval in a module or class see the variables of the comprehension
try: print([eval('i*2') for i in range(3)])  # expect: [0, 2, 4]
except NameError as e: print(e)
y=5
class C:
    z=3
    try: w=[eval('i*2') for i in range(3)]
    except NameError as e: print(e)
    try: w2=[eval('y+i') for i in range(3)]
    except NameError as e: print(e)
    try: w3=[eval('z+i') for i in range(3)]
    except NameError as e: print(e)
# expect: name 'z' is not defined
print(C.w, C.w2)  # expect: [0, 2, 4] [5, 6, 7]
def f():
    q=1
    return [eval('q+i') for i in range(2)], [eval('i') for i in range(2)]
try:print(f())  # expect: ([1, 2], [0, 1])
except NameError as e: print(e)
print([locals()['i'] for i in range(3)])  # expect: [0, 1, 2]
print({k: sorted(vars()) for k in 'ab'})  # expect: {'a': ['k'], 'b': ['k']}
print([dir() for v in 'a'])  # expect: [['v']]
[exec(f"v{i}={i}") for i in range(3)]
print('v0' in globals())  # expect: False
def f():
    fr=7
    class C:
        a=1
        z=[sorted(locals()) for i in range(1)]
        z2=[(fr, sorted(locals())) for i in range(1)]
        z3=[(lambda: i, sorted(locals())) for i in range(1)][0][1]
    print(C.z, C.z2, C.z3)
f()  # expect: [['fr', 'i']] [(7, ['fr', 'i'])] ['fr', 'i']
print([[sorted(locals()) for j in 'a'] for i in 'b'])  # expect: [[['i', 'j']]]
