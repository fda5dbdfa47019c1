# os path functions
import os.path as p

print(p.join("a", "b", "c.txt"), p.join("/a", "/b"), p.join("a/", ""), p.split("/a/b/c"), p.basename("/a/b.txt"), p.dirname("/a/b.txt"), p.splitext("x.tar.gz"), p.splitext(".bashrc"), p.normpath("/a/./b/../c//d"), p.isabs("/x"), p.isabs("x"), p.commonprefix(["abc", "abd"]), p.commonpath(["/a/b/c", "/a/b/d"]), p.relpath("/a/b/c", "/a/d"))
# expect: a/b/c.txt /b a/ ('/a/b', 'c') b.txt /a ('x.tar', '.gz') ('.bashrc', '') /a/c/d True False ab /a/b ../b/c
import os

print(os.sep, os.linesep == "\n", os.pardir, os.extsep, p.exists("/no/such/path/at/all"), type(os.getcwd()).__name__, "PATH" in os.environ or True)
# expect: / True .. . False str True
