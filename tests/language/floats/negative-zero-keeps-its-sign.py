# negative zero keeps its sign
z = -0.0
print(z, 0.0 == z, str(z), z * 1, 0.0 * -1, -0.0 + 0.0, -0.0 - 0.0)
# expect: -0.0 True -0.0 -0.0 -0.0 0.0 -0.0
print(abs(z), -z, round(-0.4), round(-0.4, 0), z or "false", 0 * -1.0)  # expect: 0.0 0.0 0 -0.0 false -0.0
import math

print(math.copysign(1, z), math.atan2(0.0, -1) == math.pi, math.atan2(z, -1) == -math.pi)
# expect: -1.0 True True
