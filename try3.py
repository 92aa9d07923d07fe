import sys; sys.path.insert(0,'/tmp/x/d6')
from pathlib import Path
from blueprint_cli.parse import read
from blueprint_cli.diff import diff
from blueprint_cli.marking import marked
from blueprint_cli.look import Look
from blueprint_cli.picture import draw
a,b,out=sys.argv[1:4]
A,B=read(Path(a).read_bytes(),a),read(Path(b).read_bytes(),b)
d=diff(A,B); import time; t=time.time(); m=marked(d,Look()); print(time.time()-t)
Path(out).write_bytes(draw(m,out[-3:],1))
