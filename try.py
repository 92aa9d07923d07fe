import sys; sys.path.insert(0,'/tmp/x/d6')
from pathlib import Path
from blueprint_cli.parse import read
from blueprint_cli.diff.parts import *
from blueprint_cli.diff.matching import matched
a,b=sys.argv[1:3]
A,B=read(Path(a).read_bytes(),a),read(Path(b).read_bytes(),b)
pa,pb=parts_of(*known(A)),parts_of(*known(B))
import time; t=time.time(); m=matched(pa,pb); print(time.time()-t,len(pa),len(pb))
for h,t in sorted(m.to_new.items()):
    if pa[h].path!=pb[t].path: print('~',pa[h].path,'->',pb[t].path,m.reasons[h])
for h in range(len(pa)):
    if h not in m.to_new: print('-',pa[h].path)
for h in range(len(pb)):
    if h not in m.to_old: print('+',pb[h].path)
