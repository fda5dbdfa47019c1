# Building, splitting, joining, searching and replacing text.
N = 45_000


def bench(n):
    lines = []
    for i in range(n):
        name = "item" + str(i * 7919 % 10007)
        lines.append(name + "," + str(i) + "," + "ab" * (i % 5) + ", x=" + hex(i))
    text = "\n".join(lines)
    fields = 0
    letters = 0
    longest = ""
    for line in text.split("\n"):
        parts = [part.strip() for part in line.split(",")]
        fields += len(parts)
        if parts[2].startswith("abab") and line.endswith("f"):
            letters += line.find("x=") + line.count("a")
        if len(line) > len(longest):
            longest = line
        if "77" in line:
            letters += len(line.replace("77", "seventy-seven").upper())
    acc = ""
    for ch in text[: n * 6]:
        if ch.isdigit():
            acc += ch
        elif ch == "\n":
            acc = acc[-20:] + "|"
    return f"{len(text)} {fields} {letters} {longest} {acc[-12:]}"
