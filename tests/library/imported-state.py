# Prints everything that importing the modules named in argv has left behind (see shelf.test.ts).
import sys

for wanted in sys.argv[1].split(","):
    __import__(wanted)
import gc
gc.collect()


def origin(cls):
    module = getattr(cls, "__module__", None)
    return f"{module if isinstance(module, str) else '?'}.{cls.__qualname__}"


def show_modules(modules):
    print("modules", sorted(name for name in modules if not name.startswith("_krait")))
    for name, module in sorted(modules.items()):
        if name in ("__main__", "_krait"):
            continue
        names = vars(module)
        shown = [(key, type(value).__name__, getattr(value, "__name__", None) if isinstance(value, (type, type(sys))) else None)
            for key, value in sorted(names.items())]
        spec = names.get("__spec__")
        loader = None if spec is None else (names.get("__loader__") is spec.loader, getattr(spec, "_initializing", False))
        print("module", name, shown, spec, loader, [names.get(key) for key in ("__file__", "__package__", "__doc__", "__path__")])


def show_classes():
    from _abc import _get_dump
    seen, queue, lines = set(), [object], []
    while queue:
        cls = queue.pop()
        if id(cls) in seen:
            continue
        seen.add(id(cls))
        below = type.__subclasses__(cls)
        queue.extend(below)
        registered = [origin(entry()) for entry in _get_dump(cls)[0] if entry() is not None] if "_abc_impl" in vars(cls) else []
        names = sorted(key for key in vars(cls) if key != "__abstractmethods__")
        lines.append(["class", origin(cls), sorted(map(origin, below)), names, [base.__qualname__ for base in cls.__mro__], sorted(registered)])
    for line in sorted(lines):
        print(*line)


def show_registrations(modules):
    import atexit
    import copyreg
    print("copyreg", sorted(cls.__qualname__ for cls in copyreg.dispatch_table), "atexit", atexit._ncallbacks())
    if "warnings" in modules:
        print("warnings", modules["warnings"].filters)
    if "logging" in modules:
        print("loggers", sorted(modules["logging"].root.manager.loggerDict))


imported = dict(sys.modules)
show_modules(imported)
show_classes()
show_registrations(imported)
