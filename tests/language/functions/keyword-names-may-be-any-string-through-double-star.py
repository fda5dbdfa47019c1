# keyword names may be any string through double star
def f(**kw):
    return kw


print(f(**{"not an identifier": 1, "class": 2, "": 3, "é": 4}))
# expect: {'not an identifier': 1, 'class': 2, '': 3, 'é': 4}
print(f(é=1), (lambda ﬁ: ﬁ)(fi=2))  # expect: {'é': 1} 2
