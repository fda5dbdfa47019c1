# collector leaves live cycles alone
import gc

a = []
a.append(a)
d = {"a": a}
d["d"] = d
keep = d
del d, a
print(gc.collect() >= 0, keep["a"][0] is keep["a"], keep["d"] is keep)  # expect: True True True
print(gc.isenabled(), gc.is_tracked([]), gc.is_tracked(5), isinstance(gc.get_threshold(), tuple), isinstance(gc.get_count(), tuple))
# expect: True True False True True
