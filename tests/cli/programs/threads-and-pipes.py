# a thread that waits for a pipe lets others run; interrupt_main; descriptors that do not wait
# oracle: native
import os, threading, subprocess, sys, _thread, signal, time
r,w=os.pipe()
out=[]
t = threading.Thread(target=lambda: out.append(os.read(r,100)))
t.start()
time.sleep(0.01)
print(out)  # expect: []
os.write(w,b'late')
t.join()
print(out)  # expect: [b'late']
os.set_blocking(r,False)
try: os.read(r,5)
except BlockingIOError as e: print('BIE', e.errno)  # expect: BIE 11
f=open(r,'rb',0)
print(f.read(5))  # expect: None
f.close()
os.close(w)
p=subprocess.Popen(['sh','-c','for i in 1 2 3; do echo $i; sleep 0.02; done; cat'],stdin=subprocess.PIPE,stdout=subprocess.PIPE,text=True)
lines=[]
def reader():
    for l in p.stdout: lines.append(l.strip())
t = threading.Thread(target=reader)
t.start()
p.stdin.write('to cat\n')
p.stdin.close()
t.join()
print(p.wait(), lines)  # expect: 0 ['1', '2', '3', 'to cat']
p.stdout.close()
def intr(): time.sleep(0.01); _thread.interrupt_main()
t = threading.Thread(target=intr)
t.start()
try: time.sleep(5)
except KeyboardInterrupt: print('KI')  # expect: KI
t.join()
h=signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.SIG_DFL)
_thread.interrupt_main()
signal.signal(signal.SIGINT,h)
print('ok')  # expect: ok
