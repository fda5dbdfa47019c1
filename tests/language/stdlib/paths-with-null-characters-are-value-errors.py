# no file has a null character in its name
import os

for path in "a\0b", b"a\0b":
    try:
        open(path)
    except ValueError as e:
        print(type(e).__name__, e)
    for function in os.stat, os.listdir, os.mkdir, os.rmdir, os.remove, os.chdir, os.scandir:
        try:
            function(path)
        except ValueError as e:
            print(type(e).__name__)
    print(os.path.exists(path), os.path.isfile(path), os.path.isdir(path))
# expect: ValueError embedded null byte
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: False False False
# expect: ValueError embedded null byte
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: False False False
