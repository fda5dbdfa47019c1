# csv and io lines
import csv
import io

rows = list(csv.reader(io.StringIO('a,b\n1,"x, y"\n2,"say ""hi"""\n')))
print(rows)  # expect: [['a', 'b'], ['1', 'x, y'], ['2', 'say "hi"']]
out = io.StringIO()
w = csv.writer(out)
w.writerow(["n", 'q"uote', "com,ma", None, 1.5])
print(repr(out.getvalue()), list(csv.DictReader(io.StringIO("k;v\n1;2\n"), delimiter=";")))
# expect: 'n,"q""uote","com,ma",,1.5\r\n' [{'k': '1', 'v': '2'}]
