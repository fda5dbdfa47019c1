# type itself has no type parameters, nor have classes that are not generic
class Meta[T](type):
    pass


print(type.__type_params__, int.__type_params__, Meta.__type_params__, Meta("C", (), {}).__type_params__)
# expect: () () (T,) (T,)
