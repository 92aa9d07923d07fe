import sys; sys.path.insert(0,'/tmp/x/d6')
from pathlib import Path
from blueprint_cli.parse import read
from blueprint_cli.diff import diff
a,b=sys.argv[1:3]
A,B=read(Path(a).read_bytes(),a),read(Path(b).read_bytes(),b)
import time; t=time.time(); d=diff(A,B); print(round(time.time()-t,3),len(d.changes))
for c in d.changes[:60]: print(f'{c.effect:9} {c.kind:8} {c.path:50.50} {c.message[:120]}')
