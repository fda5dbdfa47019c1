# respects a replaced stdout
import io
import sys

saved = sys.stdout
sys.stdout = io.StringIO()
print("hidden")
text = sys.stdout.getvalue()
sys.stdout = saved
print("seen:", repr(text))  # expect: seen: 'hidden\n'
sys.stdout = None
print("lost")
sys.stdout = saved
print("back")  # expect: back
