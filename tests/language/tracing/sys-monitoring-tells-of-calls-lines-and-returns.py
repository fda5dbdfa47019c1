# sys.monitoring: a tool hears of what it has asked for
import sys

m = sys.monitoring
E = m.events
seen = []
m.use_tool_id(2, "test")
print(m.get_tool(2))  # expect: test


def f(x):
    y = x + 1
    return y


def other():
    return f(5)


m.register_callback(2, E.PY_START, lambda code, offset: seen.append(("start", code.co_name)))
m.register_callback(2, E.LINE, lambda code, line: seen.append(("line", code.co_name, line - code.co_firstlineno)))
m.register_callback(2, E.PY_RETURN, lambda code, offset, value: seen.append(("return", code.co_name, value)))
m.set_local_events(2, f.__code__, E.PY_START | E.LINE | E.PY_RETURN)
other()
m.set_local_events(2, f.__code__, 0)
print(seen)  # expect: [('start', 'f'), ('line', 'f', 1), ('line', 'f', 2), ('return', 'f', 6)]
seen.clear()
m.set_events(2, E.PY_START)
other()
m.set_events(2, 0)
print(seen)  # expect: [('start', 'other'), ('start', 'f')]
other()
m.free_tool_id(2)
print(m.get_tool(2))  # expect: None
