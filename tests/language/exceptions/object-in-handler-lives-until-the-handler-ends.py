# object in handler lives until the handler ends
class Noisy(Exception):
    def __del__(self):
        print("collected")


try:
    raise Noisy
except Noisy:
    print("in handler")
# expect: in handler
# expect: collected
print("after")  # expect: after
try:
    raise Noisy
except Noisy as e:
    e2 = e
    print("kept")  # expect: kept
print("after")  # expect: after
e2 = None  # expect: collected
print("end")  # expect: end
