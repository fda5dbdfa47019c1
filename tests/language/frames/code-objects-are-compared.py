# Code objects are equal if they do the same at the same lines.
a=compile("x=1.0","f","exec"); 
for s in ("x=1.0","x=1","x=True","x=-0.0","x=0.0","x=(1,2.0)","x=(1,2)","x='a'","x=b'a'","y=1.0", "x=0.0j","x=-0.0j","x=frozenset","def f(): pass","def f(): return 1","def g(): pass","lambda: 1","x=1 in {1,2}","x=1 in {1,2.0}"):
    c=compile(s,"f","exec"); d=compile(s,"g","exec"); e=compile("\n"+s,"f","exec")
    print(s, c==d, hash(c)==hash(d), c==e, c==a, c!=a, c=="x")
    for i,t in enumerate(("x=1.0","x=1","x=True","x=-0.0","x=0.0","x=(1,2.0)","x=(1,2)")):
        print(c==compile(t,"f","exec"),end=" ")
    print()
# expect: x=1.0 True True False True False False
# expect-json: "True False False False False False False "
# expect: x=1 True True False False True False
# expect-json: "False True False False False False False "
# expect: x=True True True False False True False
# expect-json: "False False True False False False False "
# expect: x=-0.0 True True False False True False
# expect-json: "False False False True False False False "
# expect: x=0.0 True True False False True False
# expect-json: "False False False False True False False "
# expect: x=(1,2.0) True True False False True False
# expect-json: "False False False False False True False "
# expect: x=(1,2) True True False False True False
# expect-json: "False False False False False False True "
# expect: x='a' True True False False True False
# expect-json: "False False False False False False False "
# expect: x=b'a' True True False False True False
# expect-json: "False False False False False False False "
# expect: y=1.0 True True False False True False
# expect-json: "False False False False False False False "
# expect: x=0.0j True True False False True False
# expect-json: "False False False False False False False "
# expect: x=-0.0j True True False False True False
# expect-json: "False False False False False False False "
# expect: x=frozenset True True False False True False
# expect-json: "False False False False False False False "
# expect: def f(): pass True True False False True False
# expect-json: "False False False False False False False "
# expect: def f(): return 1 True True False False True False
# expect-json: "False False False False False False False "
# expect: def g(): pass True True False False True False
# expect-json: "False False False False False False False "
# expect: lambda: 1 True True False False True False
# expect-json: "False False False False False False False "
# expect: x=1 in {1,2} True True False False True False
# expect-json: "False False False False False False False "
# expect: x=1 in {1,2.0} True True False False True False
# expect-json: "False False False False False False False "
def f(a,b=1): return a+b
def g(a,b=1): return a+b
print(f.__code__==g.__code__, f.__code__==f.__code__.replace(), f.__code__==f.__code__.replace(co_name="g"), f.__code__.replace(co_filename="z")==f.__code__)
# expect: False True False True
print({f.__code__:1}[f.__code__.replace()])  # expect: 1
for i in range(100000): f(i,i)
print(f.__code__==f.__code__.replace(), hash(f.__code__)==hash(f.__code__.replace()))  # expect: True True
try: print(a<a)
except TypeError as e: print(e)  # expect: '<' not supported between instances of 'code' and 'code'
