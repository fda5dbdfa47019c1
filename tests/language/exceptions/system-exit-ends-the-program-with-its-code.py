# system exit ends the program with its code
import sys

try:
    sys.exit("caught")
except SystemExit as e:
    print("code", e.code)  # expect: code caught
try:
    exit_code = 3
    sys.exit(exit_code)
finally:
    print("finally runs")  # expect: finally runs
# raises: SystemExit: 3
