# bool cannot be subclassed
class Maybe(bool):
    pass
# raises: TypeError: type 'bool' is not an acceptable base type
