# a property takes the docstring of any getter
class P(property): pass
class P2(property):
    "x"
def g(self): "gdoc"
def g2(self): "g2doc"
def g0(self): pass
def s(self,v): pass
for C in (property, P,P2):
    print(C(g).__doc__, C(g,doc='d').__doc__, C(g,doc='d').setter(s).__doc__, C(g).setter(s).__doc__, C(g).getter(g2).__doc__, C(g,doc='d').getter(g2).__doc__, C(g0).__doc__, C().__doc__, C(None,s,None,'k').getter(g).__doc__)
# expect: gdoc d d gdoc g2doc d None None k
# expect: gdoc d gdoc gdoc g2doc g2doc None None gdoc
# expect: gdoc d gdoc gdoc g2doc g2doc None None gdoc
class S(property):
    __slots__=()
    "a"
try: print(S(g).__doc__)
except AttributeError as e: print(e)  # expect: 'S' object attribute '__doc__' is read-only
try: print(S(g,doc='k').__doc__)  # expect: None
except AttributeError as e: print(e)
class Cal:
    "caldoc"
    def __call__(self,x): return 1
print(property(Cal()).__doc__)  # expect: caldoc
class Dynamic:
    @property
    def __doc__(self): return 'dynamic'
print(property(Dynamic()).__doc__)  # expect: dynamic
print(property(g).getter(Dynamic()).__doc__)  # expect: dynamic
