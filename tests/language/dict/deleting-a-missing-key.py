# deleting a missing key
d = {"x": 1}
del d["x"]
del d["x"]  # raises: KeyError: 'x'
