# nan equals nothing not even itself
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, not nan)
# expect: False True False False False False
print(nan in [nan], [nan] == [nan], (nan,) == (nan,), [nan] == [float("nan")])  # expect: True True True False
print(nan, -nan, nan + 1, min(nan, 1), max(1, nan), {nan: 1}[nan])  # expect: nan nan nan nan 1 1
