# subprocess, os.pipe, select.poll and os.system
# oracle: native
import os
import select
import subprocess

print(subprocess.run(["echo", "hi"], capture_output=True, text=True))
# expect: CompletedProcess(args=['echo', 'hi'], returncode=0, stdout='hi\n', stderr='')
done = subprocess.run("echo err >&2; cat; exit 3", shell=True, input="data", capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr)
# expect: 3 data err
# expect:
for args, more in (["/nonexistent/program"], {}), (["ls"], {"cwd": "/nonexistent"}):
    try:
        subprocess.run(args, **more)
    except FileNotFoundError as e:
        print(e)
# expect: [Errno 2] No such file or directory: '/nonexistent/program'
# expect: [Errno 2] No such file or directory: '/nonexistent'
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(e.cmd)  # expect: ['sleep', '5']
try:
    subprocess.check_call("exit 4", shell=True)
except subprocess.CalledProcessError as e:
    print(e)  # expect: Command 'exit 4' returned non-zero exit status 4.

with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p:
    print(p.poll(), len(p.communicate(b"x" * 200000)[0]), p.returncode)  # expect: None 200000 0
p = subprocess.Popen(["sleep", "100"])
p.terminate()
print(p.wait(), p)  # expect: -15 <Popen: returncode: -15 args: ['sleep', '100']>
print(subprocess.run(["env"], env={"A": "b"}, capture_output=True).stdout)  # expect: b'A=b\n'
with subprocess.Popen("echo 1; sleep 0.01; echo 2", shell=True, stdout=subprocess.PIPE, text=True) as p:
    print([line.strip() for line in p.stdout])  # expect: ['1', '2']
print(subprocess.getstatusoutput("echo x; exit 7"), os.system("exit 2"), os.popen("echo popen").read())
# expect: (7, 'x') 512 popen
# expect:

r, w = os.pipe()
poll = select.poll()
poll.register(r, select.POLLIN)
print(poll.poll(1), os.get_inheritable(r), os.get_blocking(r))  # expect: [] False True
print(os.write(w, memoryview(b"abc")), poll.poll(1) == [(r, select.POLLIN)], select.select([r], [w], [], 0) == ([r], [w], []))
# expect: 3 True True
print(os.read(r, 2), os.read(r, 10))  # expect: b'ab' b'c'
copy = os.dup(w)
os.close(w)
os.write(copy, b"copy")
os.close(copy)
print(os.read(r, 10), os.read(r, 10))  # expect: b'copy' b''
os.close(r)
try:
    os.read(r, 1)
except OSError as e:
    print(e)  # expect: [Errno 9] Bad file descriptor
