# attributes appear and vanish under a hot loop
class Bag:
    colour = "class"


bag = Bag()
out = []
for i in range(400):
    if i == 50:
        bag.colour = "own"
    if i == 100:
        del bag.colour
    if i == 150:
        for k in range(30):
            setattr(bag, f"a{k}", k)
    if i == 200:
        bag.__dict__["colour"] = "dict"
    if i == 250:
        bag.__dict__ = {"colour": "fresh"}
    if i == 300:
        bag.__dict__.clear()
    if i == 350:
        Bag.colour = property(lambda self: "property")
    out.append(bag.colour)
print([out[i] for i in (49, 50, 99, 100, 149, 151, 199, 200, 249, 250, 299, 300, 349, 350)])
# expect: ['class', 'own', 'own', 'class', 'class', 'class', 'class', 'dict', 'dict', 'fresh', 'fresh', 'class', 'class', 'property']
