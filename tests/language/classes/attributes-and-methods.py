# attributes and methods
class Dog:
    "a dog"
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self, times=1):
        return f"{self.name}: " + "woof " * times


d = Dog("Rex")
print(d.speak(2), d.legs, Dog.legs, d.__dict__, Dog.__name__, Dog.__doc__, d.__class__ is Dog, Dog.__module__, type(d) is Dog)
# expect: Rex: woof woof  4 4 {'name': 'Rex'} Dog a dog True __main__ True
d.legs = 3
print(d.legs, Dog.legs, Dog("Max").legs)  # expect: 3 4 4
Dog.legs = 5
print(d.legs, Dog("Max").legs)  # expect: 3 5
del d.legs
print(d.legs, vars(d), Dog.__bases__, Dog.__qualname__)  # expect: 5 {'name': 'Rex'} (<class 'object'>,) Dog
