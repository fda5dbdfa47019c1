# class of an object changes under a hot loop
class Cat:
    sound = "meow"

    def speak(self):
        return self.name + self.sound


class Dog:
    sound = "woof"

    def speak(self):
        return self.sound + self.name


pet = Cat()
pet.name = "Tom"
out = []
for i in range(200):
    if i % 50 == 49:
        pet.__class__ = Dog if type(pet) is Cat else Cat
    if i == 120:
        Cat.sound = "purr"
    if i == 160:
        pet.sound = "quiet"
    out.append(pet.speak())
print([out[i] for i in (48, 49, 98, 99, 119, 120, 148, 149, 159, 160, 199)])
# expect: ['Tommeow', 'woofTom', 'woofTom', 'Tommeow', 'Tommeow', 'Tompurr', 'Tompurr', 'woofTom', 'woofTom', 'quietTom', 'Tomquiet']
