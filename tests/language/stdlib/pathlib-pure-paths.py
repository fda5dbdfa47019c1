# pathlib pure paths
from pathlib import PurePosixPath as P

p = P("/usr/lib/python3/file.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix(".zip"), p.with_name("x"), p / "sub", p.is_absolute(), p.relative_to("/usr"), P("a/b") / P("../c"), P("a") == P("a/"), p.match("*.gz"), str(P("a//b/./c")), repr(P("x")), list(P("/a/b/c").parents))
# expect: file.tar.gz file.tar .gz ['.tar', '.gz'] /usr/lib/python3 ('/', 'usr', 'lib', 'python3', 'file.tar.gz') /usr/lib/python3/file.tar.zip /usr/lib/python3/x /usr/lib/python3/file.tar.gz/sub True lib/python3/file.tar.gz a/b/../c True True a/b/c PurePosixPath('x') [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')]
try:
    p.relative_to("/etc")
except ValueError as e:
    print(str(e).split(" OR")[0])  # expect: '/usr/lib/python3/file.tar.gz' is not in the subpath of '/etc'
