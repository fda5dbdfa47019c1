# argparse in a program
# python: 3.14
import argparse

p = argparse.ArgumentParser(prog="tool", description="does things")
p.add_argument("name")
p.add_argument("-n", "--count", type=int, default=1, help="how many")
p.add_argument("--flag", action="store_true")
p.add_argument("rest", nargs="*")
print(p.parse_args(["x", "-n", "3", "--flag", "a", "b"]))
# expect: Namespace(name='x', count=3, flag=True, rest=['a', 'b'])
print(p.format_usage().strip())  # expect: usage: tool [-h] [-n COUNT] [--flag] name [rest ...]
a = p.parse_args(["only"])
print(a.name, a.count, a.flag, a.rest)  # expect: only 1 False []
