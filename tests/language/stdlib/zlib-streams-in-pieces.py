# zlib: containers, flush modes, streams fed in pieces, limits on output, damaged data
import gzip
import io
import random
import zipfile
import zlib

R=random.Random(1)
def t(f,*a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
data=b'hello hello hello world '*50+bytes(range(256))
for w in (15,9,-15,-9,31,25):
    for l in (-1,0,1,6,9):
        c=zlib.compress(data,l,w); print(w,l,len(c),c[:6],zlib.crc32(c), zlib.decompress(c,w)==data)
# expect: 15 -1 304 b'x\x9c\xcbH\xcd\xc9' 2760353039 True
# expect: 15 0 1467 b'x\x01\x01\xb0\x05O' 1697570845 True
# expect: 15 1 313 b'x\x01\xcbH\xcd\xc9' 3766613779 True
# expect: 15 6 304 b'x\x9c\xcbH\xcd\xc9' 2760353039 True
# expect: 15 9 304 b'x\xda\xcbH\xcd\xc9' 3533035442 True
# expect: 9 -1 304 b'\x18\x95\xcbH\xcd\xc9' 3224895695 True
# expect: 9 0 1467 b'\x18\x19\x01\xb0\x05O' 3004246492 True
# expect: 9 1 367 b'\x18\x19\xcbH\xcd\xc9' 2103231941 True
# expect: 9 6 304 b'\x18\x95\xcbH\xcd\xc9' 3224895695 True
# expect: 9 9 304 b'\x18\xd3\xcbH\xcd\xc9' 3056235122 True
# expect: -15 -1 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: -15 0 1461 b'\x01\xb0\x05O\xfah' 3457199963 True
# expect: -15 1 307 b'\xcbH\xcd\xc9\xc9W' 3647085688 True
# expect: -15 6 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: -15 9 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: -9 -1 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: -9 0 1461 b'\x01\xb0\x05O\xfah' 3457199963 True
# expect: -9 1 361 b'\xcbH\xcd\xc9\xc9W' 4176728635 True
# expect: -9 6 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: -9 9 298 b'\xcbH\xcd\xc9\xc9W' 477578492 True
# expect: 31 -1 316 b'\x1f\x8b\x08\x00\x00\x00' 2431941940 True
# expect: 31 0 1479 b'\x1f\x8b\x08\x00\x00\x00' 4046994704 True
# expect: 31 1 325 b'\x1f\x8b\x08\x00\x00\x00' 1417517681 True
# expect: 31 6 316 b'\x1f\x8b\x08\x00\x00\x00' 2431941940 True
# expect: 31 9 316 b'\x1f\x8b\x08\x00\x00\x00' 3409291045 True
# expect: 25 -1 316 b'\x1f\x8b\x08\x00\x00\x00' 2431941940 True
# expect: 25 0 1479 b'\x1f\x8b\x08\x00\x00\x00' 4046994704 True
# expect: 25 1 379 b'\x1f\x8b\x08\x00\x00\x00' 1335581871 True
# expect: 25 6 316 b'\x1f\x8b\x08\x00\x00\x00' 2431941940 True
# expect: 25 9 316 b'\x1f\x8b\x08\x00\x00\x00' 3409291045 True
print(t(zlib.decompress,b''),t(zlib.decompress,b'abc'),t(zlib.decompress,zlib.compress(data)[:-3]),t(zlib.decompress,zlib.compress(data)[:-1]+b'x'),t(zlib.decompress,zlib.compress(data),-15),t(zlib.decompress,b'\x78\x9c\x07'), t(zlib.decompress,zlib.compress(data)+b'junk')==data)
# expect: ('error', 'Error -5 while decompressing data: incomplete or truncated stream') ('error', 'Error -3 while decompressing data: incorrect header check') ('error', 'Error -5 while decompressing data: incomplete or truncated stream') ('error', 'Error -3 while decompressing data: incorrect data check') ('error', 'Error -3 while decompressing data: invalid stored block lengths') ('error', 'Error -3 while decompressing data: invalid block type') True
c=zlib.compressobj(6,8,15,8,0); p=[]
for i in range(0,len(data),100): p.append(c.compress(data[i:i+100])); 
p.append(c.flush(zlib.Z_SYNC_FLUSH)); p.append(c.compress(b'more')); p.append(c.flush(zlib.Z_FULL_FLUSH)); c2=c.copy(); p.append(c.compress(b'end')); p.append(c.flush()); z=b''.join(p)
print([len(x) for x in p], zlib.crc32(z), c2.compress(b'other')+c2.flush())
# expect: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 302, 0, 10, 0, 9] 3194156898 b'\xcb/\xc9H-\x02\x00\xeb_?\xfc'
print(t(c.flush),t(c.compress,b''),t(c.copy))
# expect: ('error', 'Error -2 while flushing: inconsistent stream state') ('error', 'Error -2 while compressing data: inconsistent stream state') ('ValueError', 'Inconsistent stream state')
for n in (1,3,10,1000):
    d=zlib.decompressobj(); out=b''
    for i in range(0,len(z)+5,n): out+=d.decompress((z+b'TRAIL')[i:i+n])
    print(n,len(out),d.eof,d.unused_data,d.unconsumed_tail,d.flush())
# expect: 1 1463 True b'TRAIL' b'' b''
# expect: 3 1463 True b'TRAIL' b'' b''
# expect: 10 1463 True b'TRAIL' b'' b''
# expect: 1000 1463 True b'TRAIL' b'' b''
for m in (5000,):
    d=zlib.decompressobj(); out=[]; src=z+b'XX'; tails=[]
    while not d.eof:
        o=d.decompress(src,m); out.append(o); src=d.unconsumed_tail; tails.append(len(src))
        if len(out)>3000: break
    print(m,len(out),len(b''.join(out)),tails[:5],tails[-3:],d.unused_data)
# expect: 5000 1 1463 [0] [0] b'XX'
d=zlib.decompressobj(); print(len(d.decompress(z[:50])), len(d.copy().decompress(z[50:])), len(d.flush()), t(d.decompress,b'', -1))
# expect: 1221 242 0 ('ValueError', 'max_length must be non-negative')
zd=b'hello world dictionary'; c=zlib.compressobj(zdict=zd); z=c.compress(b'hello world hello')+c.flush(); print(z, zlib.decompressobj(zdict=zd).decompress(z), t(zlib.decompress,z), t(zlib.decompressobj(zdict=b'x').decompress,z))
# expect: b'x\xbbb \x08\xb3\xcb@\x12\x05\xb3\x01; \x06\x91' b'hello world hello' ('error', 'Error 2 while decompressing data') ('error', 'Error -3 while setting zdict: invalid input data')
c=zlib.compressobj(wbits=-15,zdict=zd); z=c.compress(b'hello world hello')+c.flush(); print(z, zlib.decompressobj(-15,zdict=zd).decompress(z))
# expect: b'\xcb@\x12\x05\xb3\x01' b'hello world hello'
for k in (dict(level=10),dict(method=7),dict(wbits=5),dict(wbits=16),dict(memLevel=10),dict(strategy=9)): print(k,t(lambda:zlib.compressobj(**k)))
# expect: {'level': 10} ('ValueError', 'Invalid initialization option')
# expect: {'method': 7} ('ValueError', 'Invalid initialization option')
# expect: {'wbits': 5} ('ValueError', 'Invalid initialization option')
# expect: {'wbits': 16} ('ValueError', 'Invalid initialization option')
# expect: {'memLevel': 10} ('ValueError', 'Invalid initialization option')
# expect: {'strategy': 9} ('ValueError', 'Invalid initialization option')
print(t(zlib.decompressobj,7),t(zlib.compress,b'',10),t(zlib.compress,'x'),t(zlib.decompress,b'',15,-1))
# expect: ('ValueError', 'Invalid initialization option') ('error', 'Bad compression level') ('TypeError', "a bytes-like object is required, not 'str'") ('ValueError', 'bufsize must be non-negative')
g=gzip.compress(data,mtime=0); print(g[:12], gzip.decompress(g+g)==data*2, len(g))
# expect: b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcbH' True 316
with gzip.GzipFile(fileobj=io.BytesIO(g+g)) as f: print(len(f.read(10)), f.readline()[:10], len(f.read()))
# expect: 10 b'o hello wo' 1701
print(t(gzip.decompress,g[:-1]), t(gzip.decompress,b'xx'), t(gzip.decompress, g[:-5]+b'12345'))
# expect: ('EOFError', 'Compressed file ended before the end-of-stream marker was reached') ('BadGzipFile', "Not a gzipped file (b'xx')") ('BadGzipFile', 'CRC check failed')
b=io.BytesIO()
with zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED) as f: f.writestr('a.txt',data); f.writestr('b/c.txt','x'*10000)
with zipfile.ZipFile(b) as f: print(f.namelist(), f.read('a.txt')==data, f.testzip(), len(b.getvalue()))
# expect: ['a.txt', 'b/c.txt'] True None 523
print(zlib.adler32(b'abc'),zlib.crc32(b'abc'),zlib.adler32(b'abc',5),zlib.crc32(b'abc',-1), zlib.crc32(memoryview(b'abc')))
# expect: 38600999 891568578 39387435 899311407 891568578
big=bytes(R.randrange(256) for _ in range(1000))*3000; z=zlib.compress(big); d=zlib.decompressobj(); o=0
for i in range(0,len(z),997): o+=len(d.decompress(z[i:i+997]))
print(o==len(big), len(z))  # expect: True 15725
x=zlib._ZlibDecompressor(); print(x.decompress(zlib.compress(data),10), x.needs_input, len(x.decompress(b'')), x.eof, x.needs_input, t(x.decompress,b''), x.unused_data)
# expect: b'hello hell' False 1446 True False ('EOFError', 'End of stream already reached') b''
