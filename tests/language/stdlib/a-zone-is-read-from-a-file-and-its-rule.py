# a zone is read from a file: what lies before, between and behind its transitions
import io
import pickle
import struct
import zoneinfo
from datetime import datetime, timedelta, timezone

def file_of(transitions, kinds, rule):
    names = b"".join(name + b"\0" for _, _, name in kinds)
    at, starts = 0, []
    for _, _, name in kinds:
        starts.append(at)
        at += len(name) + 1
    def block(version, code):
        moments = [t for t, _ in transitions]
        return (b"TZif" + version + bytes(15) + struct.pack(">6l", 0, 0, 0, len(moments), len(kinds), len(names))
                + struct.pack(f">{len(moments)}{code}", *moments) + bytes(kind for _, kind in transitions)
                + b"".join(struct.pack(">lbb", offset, saves, start) for (offset, saves, _), start in zip(kinds, starts)) + names)
    return io.BytesIO(block(b"2", "l") + block(b"2", "q") + b"\n" + rule + b"\n")

kinds = [(3000, 0, b"LMT"), (3600, 0, b"CET"), (7200, 1, b"CEST")]
zone = zoneinfo.ZoneInfo.from_file(file_of([(0, 1), (8640000, 2), (25920000, 1)], kinds, b"CET-1CEST,M3.5.0,M10.5.0/3"), key="My/Zone")
print(zone, repr(zone), zone.key, zone.utcoffset(None))
# expect: My/Zone zoneinfo.ZoneInfo(key='My/Zone') My/Zone None
for args in [(1969, 1, 1), (1970, 2, 1), (1970, 5, 1), (1970, 12, 1), (2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (2024, 7, 1), (2024, 1, 1)]:
    for fold in (0, 1):
        dt = datetime(*args, fold=fold, tzinfo=zone)
        print(dt.isoformat(), dt.tzname(), dt.dst())
# expect: 1969-01-01T00:00:00+00:50 LMT 0:00:00
# expect: 1969-01-01T00:00:00+00:50 LMT 0:00:00
# expect: 1970-02-01T00:00:00+01:00 CET 0:00:00
# expect: 1970-02-01T00:00:00+01:00 CET 0:00:00
# expect: 1970-05-01T00:00:00+02:00 CEST 1:00:00
# expect: 1970-05-01T00:00:00+02:00 CEST 1:00:00
# expect: 1970-12-01T00:00:00+01:00 CET 0:00:00
# expect: 1970-12-01T00:00:00+01:00 CET 0:00:00
# expect: 2024-03-31T02:30:00+01:00 CET 0:00:00
# expect: 2024-03-31T02:30:00+02:00 CEST 1:00:00
# expect: 2024-10-27T02:30:00+02:00 CEST 1:00:00
# expect: 2024-10-27T02:30:00+01:00 CET 0:00:00
# expect: 2024-07-01T00:00:00+02:00 CEST 1:00:00
# expect: 2024-07-01T00:00:00+02:00 CEST 1:00:00
# expect: 2024-01-01T00:00:00+01:00 CET 0:00:00
# expect: 2024-01-01T00:00:00+01:00 CET 0:00:00
for hour in range(0, 4):
    there = datetime(2024, 10, 27, hour, 30, tzinfo=timezone.utc).astimezone(zone)
    print(there.isoformat(), there.fold)
# expect: 2024-10-27T02:30:00+02:00 0
# expect: 2024-10-27T02:30:00+01:00 1
# expect: 2024-10-27T03:30:00+01:00 0
# expect: 2024-10-27T04:30:00+01:00 0
west = zoneinfo.ZoneInfo.from_file(file_of([], [(-10800, 0, b"-03")], b"<-03>3<-02>,J60/0,300/25:30"))
for args in [(2023, 2, 28, 23), (2023, 3, 1, 1), (2024, 3, 1, 1), (2024, 10, 28, 0, 20), (2023, 10, 29, 0, 20)]:
    print(datetime(*args, tzinfo=west).isoformat())
# expect: 2023-02-28T23:00:00-03:00
# expect: 2023-03-01T01:00:00-02:00
# expect: 2024-03-01T01:00:00-02:00
# expect: 2024-10-28T00:20:00-03:00
# expect: 2023-10-29T00:20:00-03:00
fixed = zoneinfo.ZoneInfo.from_file(file_of([], [(19800, 0, b"IST")], b"IST-5:30"))
print(fixed.utcoffset(None), fixed.tzname(None), fixed.dst(None))  # expect: 5:30:00 IST 0:00:00
try:
    pickle.dumps(fixed)
except pickle.PicklingError as error:
    print(error)  # expect: Cannot pickle a ZoneInfo file from a file stream.
for rule in (b"CET", b"CET-1CEST", b"CET-1CEST,M13.1.0,M10.5.0", b"CET-1CEST,400,M10.5.0", b"<CE-1"):
    try:
        zoneinfo.ZoneInfo.from_file(file_of([], kinds, rule))
    except ValueError:
        print("no rule", rule)
# expect: no rule b'CET'
# expect: no rule b'CET-1CEST'
# expect: no rule b'CET-1CEST,M13.1.0,M10.5.0'
# expect: no rule b'CET-1CEST,400,M10.5.0'
# expect: no rule b'<CE-1'
for key in ("../passwd", "/etc/passwd", "No/Where"):
    try:
        zoneinfo.ZoneInfo(key)
    except Exception as error:
        print(type(error).__name__)
# expect: ValueError
# expect: ValueError
# expect: ZoneInfoNotFoundError
