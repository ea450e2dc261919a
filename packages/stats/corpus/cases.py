"""How cases of the corpus are written."""
import json, os

HERE = os.path.dirname(os.path.abspath(__file__))
COMPUTED = 'independent computation from the definition, mpmath with 30 digits (oracle.py)'

def num(x):
    if x is None: return None
    if isinstance(x, (list, tuple)): return [num(v) for v in x]
    if isinstance(x, dict): return {k: num(v) for k, v in x.items()}
    if isinstance(x, (str, bool, int)): return x
    return float(x)

def write(name, cases):
    with open(os.path.join(HERE, name + '.json'), 'w') as f:
        f.write('[\n' + ',\n'.join('  ' + json.dumps(c, ensure_ascii=False) for c in cases) + '\n]\n')
    print(name, len(cases))

def case(name, problem, expected, rel=1e-9, absolute=0, origin=COMPUTED):
    return {'name': name, 'input': problem, 'expected': num(expected), 'tolerance': {'relative': rel, 'absolute': absolute}, 'origin': origin}
