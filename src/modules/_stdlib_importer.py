# Finds modules of the library in its archive, through sys.path like any folder. (Hidden: not shown in tracebacks.) The functions with a leading
# underscore are TypeScript's (stdlib-importer.ts).
_spec_from_file_location = None  # once importlib is there


class StdlibLoader:
    """Loads modules of the standard library from Krait's archive of it."""
    __module__ = "_stdlib_importer"

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<StdlibLoader {self.path!r}>"

    def __eq__(self, other):
        return isinstance(other, StdlibLoader) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def create_module(self, spec):
        module = _take(spec.name, self.path)
        if module is not None:
            self._taken = module
        return module

    def exec_module(self, module):
        if self.__dict__.pop("_taken", None) is module:
            module.__loader__ = self
            _imported(module)
            return
        exec(_code(module.__spec__.name), module.__dict__)
        if module.__spec__.name == "dis":
            import _dis
            _dis.adapt(module)

    def get_code(self, fullname):
        return _code(fullname)

    def get_source(self, fullname):
        data = _source(fullname)
        if data is None:
            raise ImportError(f"no such library module: {fullname!r}", name=fullname)
        return data.decode("utf-8")

    def get_filename(self, fullname):
        found = _find(fullname)
        if found is None:
            raise ImportError(f"no such library module: {fullname!r}", name=fullname)
        return found[0]

    def is_package(self, fullname):
        found = _find(fullname)
        if found is None:
            raise ImportError(f"no such library module: {fullname!r}", name=fullname)
        return found[1]

    def get_data(self, path):
        data = _data(path)
        if data is None:
            raise FileNotFoundError(2, "No such file or directory", path)
        return data


def zip_hook(path):
    """Path hook for zip archives; zipimport is only imported for a path that is a file."""
    from posix import stat
    try:
        is_file = stat(path).st_mode & 0o170000 == 0o100000
    except (OSError, ValueError):
        is_file = False
    if not is_file:
        # (Folders in an archive: the archive's own path is the file.)
        parent = path.rpartition("/")[0]
        if ".zip" not in path and ".pyz" not in path and ".whl" not in path and ".egg" not in path or not parent:
            raise ImportError("not a zip archive", path=path)
    from zipimport import zipimporter
    return zipimporter(path)


class StdlibFinder:
    """Path entry finder for the archive of the standard library and the packages in it."""
    __module__ = "_stdlib_importer"

    def __init__(self, path):
        prefix = _inside(path)
        if prefix is None:
            raise ImportError("not the library's archive", path=path)
        self.path = path
        self._prefix = prefix

    def __repr__(self):
        return f"StdlibFinder({self.path!r})"

    def find_spec(self, fullname, target=None):
        name = fullname.rpartition(".")[2]
        found = _find(self._prefix + name)
        if found is None:
            return None
        path, is_package = found
        global _spec_from_file_location
        if _spec_from_file_location is None:
            from _frozen_importlib_external import spec_from_file_location as _spec_from_file_location
        locations = [path.rpartition("/")[0]] if is_package else None
        spec = _spec_from_file_location(fullname, path, loader=StdlibLoader(path), submodule_search_locations=locations)
        spec.cached = None
        return spec

    def invalidate_caches(self):
        pass

    def iter_modules(self, prefix=""):
        # pkgutil's protocol
        for name, is_package in _list(self._prefix):
            yield prefix + name, is_package
