# The module _warnings: just enough for what runs before the library's own warnings module is loaded, to which everything is passed on.
# (warnings.py then finds none of the names it would take from here and uses its own.)
def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or maybe ignore it or raise an exception."""
    import warnings
    warnings.warn(message, category, stacklevel, source, skip_file_prefixes=skip_file_prefixes)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    import warnings
    warnings.warn_explicit(message, category, filename, lineno, module, registry, module_globals, source)
