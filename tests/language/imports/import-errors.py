# import errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def try_import(source):
    try:
        exec(source, {})
        print("ok", source)
    except ImportError as e:
        print(type(e).__name__, "|", str(e).split(" (")[0], "|", e.name)


try_import("import no_such_module")
# expect: ModuleNotFoundError | No module named 'no_such_module' | no_such_module
try_import("import os.no_such")
# expect: ModuleNotFoundError | No module named 'os.no_such'; 'os' is not a package | os.no_such
try_import("from math import no_such")  # expect: ImportError | cannot import name 'no_such' from 'math' | math
try_import("import math.pi")
# expect: ModuleNotFoundError | No module named 'math.pi'; 'math' is not a package | math.pi
try_import("from no.such import x")  # expect: ModuleNotFoundError | No module named 'no' | no
try_import("from . import x")  # raises: KeyError: "'__name__' not in globals"
try_import("from os import path, nothing")
try_import("from collections import Cuonter")
import importlib

attempt(importlib.import_module, "nope_nope")
attempt(importlib.import_module, ".rel")
