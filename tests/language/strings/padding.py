# padding
print("[" + "ab".center(7) + "]", "[" + "ab".center(8, "*") + "]", "ab".ljust(5, ".") + "|", "ab".rjust(5, ".") + "|", "abc".center(2), "abc".center(4, "-"))
# expect: [   ab  ] [***ab***] ab...| ...ab| abc abc-
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(2), "abc".zfill(2), "--1".zfill(5))
# expect: 00042 -0042 +004 00 abc -00-1
