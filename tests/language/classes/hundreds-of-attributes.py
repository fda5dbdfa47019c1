# hundreds of attributes
class A: pass


a = A()
for i in range(300):
    setattr(a, f"attr{i}", i)
print(a.attr0, a.attr299, len(a.__dict__), sum(getattr(a, f"attr{i}") for i in range(300)))
# expect: 0 299 300 44850
for i in range(0, 300, 2):
    delattr(a, f"attr{i}")
print(len(vars(a)), hasattr(a, "attr0"), a.attr1, list(vars(a))[:3])
# expect: 150 False 1 ['attr1', 'attr3', 'attr5']
