# a __del__ that makes another of its kind ends where recursion does, also where telling of it makes more
import sys

sys.setrecursionlimit(150)


class Endless:
    made = 0

    def __del__(self):
        Endless.made += 1
        Endless()


sys.unraisablehook = lambda unraisable: None
Endless()
print(Endless.made > 50)  # expect: True


told = 0


def tell(unraisable):
    global told
    told += 1
    if told < 5:
        Endless()


sys.unraisablehook = tell
Endless()
sys.unraisablehook = sys.__unraisablehook__
print("ended")  # expect: ended
