# generator frames
def g():
    local = 5
    yield local
    local = 6
    yield local


it = g()
next(it)
print(it.gi_frame.f_locals, it.gi_frame.f_lineno, it.gi_frame.f_back)  # expect: {'local': 5} 4 None
next(it)
print(it.gi_frame.f_locals["local"])  # expect: 6
for _ in it:
    pass
print(it.gi_frame)  # expect: None
