# attribute errors suggest names
import traceback


class Thing:
    def __init__(self):
        self.colour = 1
        self.weight = 2

    def display(self):
        pass


def show(f):
    try:
        f()
    except AttributeError as e:
        print(traceback.format_exception_only(e)[-1].strip(), "|", e.name, type(e.obj).__name__)


t = Thing()
show(lambda: t.color)
# expect: AttributeError: 'Thing' object has no attribute 'color'. Did you mean: 'colour'? | color Thing
show(lambda: t.wieght)
# expect: AttributeError: 'Thing' object has no attribute 'wieght'. Did you mean: 'weight'? | wieght Thing
show(lambda: t.dispaly())
# expect: AttributeError: 'Thing' object has no attribute 'dispaly'. Did you mean: 'display'? | dispaly Thing
show(lambda: t.zzzzzzzz)  # expect: AttributeError: 'Thing' object has no attribute 'zzzzzzzz' | zzzzzzzz Thing
show(lambda: [].appned(1))
# expect: AttributeError: 'list' object has no attribute 'appned'. Did you mean: 'append'? | appned list
show(lambda: "a".uper())
# expect: AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'? | uper str
show(lambda: None.foo)  # expect: AttributeError: 'NoneType' object has no attribute 'foo' | foo NoneType
show(lambda: (5).real_)
# expect: AttributeError: 'int' object has no attribute 'real_'. Did you mean: 'real'? | real_ int
