# The class statement where the metaclass is type and there are no keywords: bases are classes, nothing but the body need be Python code.


def build_class(body, name, bases):
    namespace = {}
    return finish_class(body, name, bases, namespace, body(namespace))
