# dispatch of commands
def run(command, state):
    match command.split():
        case ["go", ("north" | "south") as d]:
            state["y"] += 1 if d == "north" else -1
        case ["go", d]:
            return f"can't go {d}"
        case ["take", *things] if things:
            state["bag"] += things
        case ["drop", thing] if thing in state["bag"]:
            state["bag"].remove(thing)
        case ["quit" | "exit" | "q"]:
            return "bye"
        case [verb, *_]:
            return f"unknown {verb}"
        case []:
            return "nothing"
    return state.copy() | {"bag": list(state["bag"])}


s = {"y": 0, "bag": []}
for c in ("go north", "go up", "take lamp key", "drop key", "drop sword", "take", "exit", ""):
    print(run(c, s))
# expect: {'y': 1, 'bag': []}
# expect: can't go up
# expect: {'y': 1, 'bag': ['lamp', 'key']}
# expect: {'y': 1, 'bag': ['lamp']}
# expect: unknown drop
# expect: unknown take
# expect: bye
# expect: nothing
