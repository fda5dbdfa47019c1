# uncaught keyword argument error
def connect(host, *, port=80, secure=False):
    return host, port, secure


print(connect("a", port=1))  # expect: ('a', 1, False)
connect("b", prot=2)
# raises: TypeError: connect() got an unexpected keyword argument 'prot'
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-keyword-argument-error.py", line 7, in <module>
# traceback:     connect("b", prot=2)
# traceback:     ~~~~~~~^^^^^^^^^^^^^
# traceback: TypeError: connect() got an unexpected keyword argument 'prot'
