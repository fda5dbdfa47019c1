# For gdb: names Krait's own code from the map that `krait --perf-map` writes.
#   gdb -x scripts/gdb-krait.py --args node bin/krait.js --jit=on --perf-map program.py
#   (gdb) krait-where            what $pc lies in          (gdb) krait-where 0x7f0012345678
import gdb


class KraitWhere(gdb.Command):
    """krait-where [ADDRESS]: the trace or core function at an address, $pc if none is given."""

    def __init__(self):
        super().__init__("krait-where", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        address = int(gdb.parse_and_eval(argument or "$pc"))
        path = f"/tmp/perf-{gdb.selected_inferior().pid}.map"
        found = None
        with open(path) as lines:
            for line in lines:
                start, size, name = line.rstrip("\n").split(" ", 2)
                if int(start, 16) <= address < int(start, 16) + int(size, 16):
                    found = f"{name}+{address - int(start, 16):#x}"  # the last one counts
        print(found or f"{address:#x}: not in {path}")


KraitWhere()
