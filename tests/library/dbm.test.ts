// dbm.dumb and shelve. (The language tests' oracle has no dbm: this is what CPython 3.13 prints.)
import { expect, test } from "vitest";
import { Krait } from "../../src/index.ts";

const PROGRAM = `
# a shelf keeps its objects in files, and a database of bytes finds them again
import dbm.dumb  # raises: ModuleNotFoundError: No module named 'dbm'
import os
import shelve
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "values")
    with dbm.dumb.open(path, "c") as database:
        database["a"] = "x" * 600
        database[b"\\xff"] = b"second"
        database["a"] = b"short"
        database["gone"] = b""
        del database["gone"]
        print(len(database), sorted(database.keys()), database["a"], b"gone" in database, database.get("no", 5))
    print(dbm.whichdb(path), sorted(os.listdir(folder)))
    with dbm.dumb.open(path, "r") as database:
        print(sorted(database.items()))
        try:
            database["b"] = b"c"
        except OSError as error:
            print(error)
    try:
        database["a"]
    except OSError as error:
        print(error)
    for wrong in (lambda: dbm.dumb.open(path, "q"), lambda: dbm.open(os.path.join(folder, "none"), "r"), lambda: dbm.dumb.open(path, "w").__setitem__(1, b"")):
        try:
            wrong()
        except (*dbm.error, ValueError, TypeError) as error:
            print(type(error).__name__)
    database = dbm.dumb.open(os.path.join(folder, "objects"), "n")
    with shelve.Shelf(database, writeback=True) as shelf:
        shelf["list"] = [1, {"two": (2,)}]
        shelf["list"].append(3)
    with shelve.Shelf(dbm.dumb.open(os.path.join(folder, "objects"), "r")) as shelf:
        print(dict(shelf))
`;
const EXPECTED = `2 [b'a', b'\\xff'] b'short' False 5
dbm.dumb ['values.bak', 'values.dat', 'values.dir']
[(b'a', b'short'), (b'\\xff', b'second')]
The database is opened for reading only
DBM object has already been closed
ValueError
error
TypeError
{'list': [1, {'two': (2,)}, 3]}
`;

test("a shelf keeps its objects in files, and a database of bytes finds them again", () => {
  let seen = "";
  using vm = Krait.create({
    files: true,
    stdout: (text) => {
      seen += text;
    },
  });
  vm.run(PROGRAM);
  expect(seen).toBe(EXPECTED);
});
