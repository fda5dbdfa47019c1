# what is a single call of the system: owners, locks, groups of processes, statistics; users and groups; modules in zip archives
# oracle: native
import fcntl, grp, os, pwd, shutil, struct, subprocess, sys, tarfile, tempfile, threading, time, zipfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
with open(path, "w") as file:
    file.write("text")
os.chown(path, -1, -1)
os.chown(path, os.getuid(), os.getgid(), follow_symlinks=False)
with open(path) as file:
    os.fchown(file.fileno(), -1, -1)
    os.fchmod(file.fileno(), 0o640)
print(oct(os.stat(path).st_mode))
for call in (lambda: os.chown(path + "x", -1, -1), lambda: os.chown(path, "a", 1), lambda: os.chown(path, -2, 1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, ""))
found = os.statvfs(folder)
print(found.f_frsize > 0, found.f_bavail <= found.f_bfree <= found.f_blocks, shutil.disk_usage(folder).total > 0)
os.mkfifo(os.path.join(folder, "fifo"))
print(os.path.exists(os.path.join(folder, "fifo")), os.getpgid(0) == os.getpgrp(), os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0))
print(os.major(os.makedev(259, 70000)), os.minor(os.makedev(259, 70000)), len(os.getloadavg()), os.sysconf("SC_PAGESIZE"), len(os.sched_getaffinity(0)) > 0)
print(pwd.getpwuid(0).pw_name, pwd.getpwnam("root").pw_dir, grp.getgrgid(0).gr_name, grp.getgrnam("root").gr_gid, os.path.expanduser("~root"))
for call in (lambda: pwd.getpwnam("no such"), lambda: grp.getgrgid(987654), lambda: pwd.getpwuid("x")):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(error)

# locks: another descriptor has to wait, a thread that waits lets others run
a, b = open(path, "r+"), open(path, "r+")
fcntl.flock(a, fcntl.LOCK_EX)
try:
    fcntl.flock(b, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError as error:
    print(error)
order = []
thread = threading.Thread(target=lambda: (fcntl.flock(b.fileno(), fcntl.LOCK_EX), order.append("locked")))
thread.start()
time.sleep(0.02)
order.append("free")
fcntl.flock(a, fcntl.LOCK_UN)
thread.join()
print(order)
fcntl.lockf(a, fcntl.LOCK_EX)
code = f"import fcntl\nf = open({path!r}, 'r+')\ntry: fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)\nexcept OSError as e: print(e.errno in (11, 13))"
print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
fcntl.lockf(a, fcntl.LOCK_UN)
flags = fcntl.fcntl(a, fcntl.F_GETFD)
fcntl.fcntl(a, fcntl.F_SETFD, flags | fcntl.FD_CLOEXEC)
print(flags & fcntl.FD_CLOEXEC, struct.unpack("hhqqi4x", fcntl.fcntl(b, fcntl.F_GETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0)))[0] == fcntl.F_UNLCK)
try:
    fcntl.ioctl(a, 0x5413, bytes(8))
except OSError as error:
    print(error)
a.close()
b.close()

with tarfile.open(os.path.join(folder, "t.tar"), "w") as archive:
    archive.add(path, "file")
with tarfile.open(os.path.join(folder, "t.tar")) as archive:
    archive.extractall(os.path.join(folder, "out"), filter="data")
    archive.extractall(os.path.join(folder, "out"), filter="fully_trusted")
print(os.listdir(os.path.join(folder, "out")))

archive = os.path.join(folder, "modules.zip")
with zipfile.ZipFile(archive, "w") as file:
    file.writestr("plain_one.py", "value = 42")
    file.writestr("packed/__init__.py", "from . import inner")
    file.writestr("packed/inner.py", "import pkgutil\ndata = pkgutil.get_data('packed', 'data.txt')")
    file.writestr("packed/data.txt", "of the archive")
sys.path.insert(0, archive)
import packed, plain_one
print(plain_one.value, packed.inner.data, type(packed.__loader__).__name__, packed.__path__ == [archive + "/packed"])
shutil.rmtree(folder)
# expect: 0o100640
# expect: FileNotFoundError [Errno 2] No such file or directory: '/filex'
# expect: TypeError uid should be integer, not str
# expect: OverflowError uid is less than minimum
# expect: True True True
# expect: True True True
# expect: 259 70000 3 4096 True
# expect: root /root root 0 /root
# expect: "getpwnam(): name not found: 'no such'"
# expect: 'getgrgid(): gid not found: 987654'
# expect: uid should be integer, not str
# expect: [Errno 11] Resource temporarily unavailable
# expect: ['free', 'locked']
# expect: True
# expect:
# expect: 1 True
# expect: [Errno 25] Inappropriate ioctl for device
# expect: ['file']
# expect: 42 b'of the archive' zipimporter True
