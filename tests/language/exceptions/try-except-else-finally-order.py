# try except else finally order
def run(what):
    out = []
    try:
        out.append("try")
        if what == "raise":
            raise ValueError("v")
        if what == "other":
            raise KeyError("k")
    except ValueError as e:
        out.append(f"except {e}")
    else:
        out.append("else")
    finally:
        out.append("finally")
        print(out)
    return out


run("fine")  # expect: ['try', 'else', 'finally']
run("raise")  # expect: ['try', 'except v', 'finally']
try:
    run("other")  # expect: ['try', 'finally']
except KeyError as e:
    print("outside", e)  # expect: outside 'k'
