# repetition and membership
print("ab" * 0, "ab" * 2, 3 * "é", "bc" in "abcd", "bd" not in "abcd", "x" * -1 == "")
# expect-json: " abab \u00e9\u00e9\u00e9 True True True"
print("-" * 20, len("€" * 1000))  # expect: -------------------- 1000
