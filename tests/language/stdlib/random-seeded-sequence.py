# random seeded sequence
import random

random.seed(42)
print(random.random(), random.random(), random.randint(1, 100), random.randrange(0, 1000, 7), random.choice("abcdef"), random.getrandbits(70))
# expect: 0.6394267984578837 0.025010755222666936 36 434 b 124265960472762171881
r = random.Random(7)
l = list(range(10))
r.shuffle(l)
print(l, r.sample(range(100), 5), r.choices("ab", weights=[1, 9], k=8), r.uniform(1, 2), r.gauss(0, 1))
# expect: [8, 3, 1, 4, 7, 0, 9, 6, 2, 5] [64, 27, 4, 11, 55] ['b', 'b', 'b', 'a', 'b', 'b', 'b', 'b'] 1.0618620483361405 -0.27397042788860204
random.seed("text")
print(random.random(), random.Random(b"bytes").random(), random.Random(-5).random(), random.Random(10**30).random())
# expect: 0.8711565613554825 0.37075677971469856 0.6229016948897019 0.9341508484568806
s = random.getstate()
a = random.random()
random.setstate(s)
print(a == random.random())  # expect: True
