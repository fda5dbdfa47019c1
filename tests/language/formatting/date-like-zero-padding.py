# date like zero padding
h, m, s = 7, 5, 9.0416
print(f"{h:02}:{m:02}:{s:06.3f}", "%02d:%02d:%06.3f" % (h, m, s), "{:0>2}:{:0>2}".format(h, m))
# expect: 07:05:09.042 07:05:09.042 07:05
