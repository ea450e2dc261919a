"""Writes magnitudes.json: fits of values far from 0 and close together, or far apart; likelihood equations by bisection, tail
probabilities and CUSUM integral equations, all in 50-digit arithmetic. It shares no code with the packages."""
import json, os
from mpmath import mp, mpf, mpmathify, exp, log, sqrt, loggamma, digamma, ncdf, npdf, gammainc, inf, lu_solve, matrix, quad, nstr
mp.dps = 50
HERE = os.path.dirname(os.path.abspath(__file__))
ORIGIN = 'likelihood equations by bisection, mpmath with 50 digits (magnitudes.py)'
cases = []

def case(name, problem, expected, relative, origin=ORIGIN, absolute=0):
    plain = lambda x: float(x) if isinstance(x, type(mpf(1))) else {k: plain(v) for k, v in x.items()} if isinstance(x, dict) else [plain(v) for v in x] if isinstance(x, list) else x
    cases.append({'name': name, 'input': problem, 'expected': plain(expected), 'tolerance': {'relative': relative, 'absolute': absolute}, 'origin': origin})

def root(f, low, high):
    """x where the increasing f passes 0."""
    low, high = mpf(low), mpf(high)
    for _ in range(int(3.4 * mp.dps)):
        x = (low + high) / 2
        low, high = (x, high) if f(x) < 0 else (low, x)
    return low

def normal(v):
    n = len(v); m = sum(v) / n
    return m, sqrt(sum((x - m) ** 2 for x in v) / (n - 1))

def lognormal(v): return normal([log(x) for x in v])

def weibull(v):
    n = len(v); top = max(v); u = [log(x / top) for x in v]; mean = sum(u) / n; s = normal(u)[1]
    f = lambda k: sum(exp(k * l) * l for l in u) / sum(exp(k * l) for l in u) - 1 / k - mean
    k = root(f, mpf('0.01') / s, 100 / s)
    return k, top * (sum(exp(k * l) for l in u) / n) ** (1 / k)

def gamma(v):
    n = len(v); mean = sum(v) / n; gap = log(mean) - sum(log(x) for x in v) / n
    k = root(lambda k: gap - log(k) + digamma(k), mpf('0.4') / gap, mpf('1.1') / gap)
    return k, mean / k

def folded(v):
    n = len(v); mean = sum(v) / n; s2 = sum((x - mean) ** 2 for x in v) / n
    g = lambda d: d - sum(2 * x / (1 + exp(2 * (mean - d) * x / (s2 + d * (2 * mean - d)))) for x in v) / n
    high = mean * (1 - mpf('1e-6'))
    d = mean if g(high) <= 0 else root(g, 0, high)
    return mean - d, sqrt(s2 + d * (2 * mean - d))

def fits(v):
    m, s = normal(v); mu, sl = lognormal(v); fm, fs = folded(v); wk, ws = weibull(v); gk, gs = gamma(v); n = len(v)
    ll = [sum(-log(s * sqrt(2 * mp.pi)) - ((x - m) / s) ** 2 / 2 for x in v),
          sum(-log(sl * x * sqrt(2 * mp.pi)) - ((log(x) - mu) / sl) ** 2 / 2 for x in v),
          sum(log((npdf((x - fm) / fs) + npdf((x + fm) / fs)) / fs) for x in v),
          sum(log(wk / ws) + (wk - 1) * log(x / ws) - (x / ws) ** wk for x in v),
          sum((gk - 1) * log(x / gs) - x / gs - loggamma(gk) - log(gs) for x in v)]
    pars = [{'mean': m, 'sigma': s}, {'mu': mu, 'sigma': sl}, {'mu': fm, 'sigma': fs}, {'shape': wk, 'scale': ws}, {'shape': gk, 'scale': gs}]
    ids = ['normal', 'lognormal', 'folded', 'weibull', 'gamma']
    return {'fits': [{'id': i, 'parameters': p, 'logLikelihood': l} for i, p, l in zip(ids, pars, ll)]}

for name, values, relative in [
    ('near 10, rounded to 0.1', [9.9, 10.1, 10, 10.2, 9.8, 10, 10.1, 9.9], 1e-10),
    ('near 1e5', [100000.1, 100000.2, 100000.3, 100000.45], 1e-9),
    ('near 1e6', [1000000.1, 1000000.2, 1000000.3, 1000000.45], 1e-9),
    ('near 1e9', [1000000000.1, 1000000000.3, 1000000000.2], 1e-7),
    ('of Unix times in seconds', [1764329400 + 30 * i + (i * i) % 7 for i in range(30)], 1e-9),
    ('of Unix times in milliseconds', [1764329400000 + 30000 * i + (i * i * 997) % 7919 for i in range(30)], 1e-9),
    ('over seventeen decades', [1, 1e17], 1e-10),
    ('over two hundred decades', [1e-100, 3e-40, 2.5, 1e60, 1e100], 1e-10),
    ('beside 0, with a fold', [0.01, 0.3, 0.5, 0.1, 0.25, 0.04], 1e-9),
    ('of a half normal', [0.01, 0.9, 0.02, 0.4, 1.3, 0.05], 1e-9),
]:
    case(f'fits {name}', {'kind': 'distribution', 'values': values}, fits([mpf(x) for x in values]), relative)

for a, x in [(200.5, 190), (200.5, 259.9), (200.5, 141), (200.5, 120), (200.5, 290), (1000, 1040), (25000, 24000), (50000, 50050), (50000, 51500)]:
    for name, value in (('cdf', gammainc(mpf(a), 0, x, regularized=True)), ('sf', gammainc(mpf(a), x, inf, regularized=True))):
        case(f'chi-square-{name} at {2 * x} with {2 * a} degrees of freedom', {'kind': 'probability', 'function': f'chi-square-{name}', 'arguments': [2 * x, 2 * a]}, {'value': value}, 1e-11, 'regularised incomplete gamma function, mpmath with 50 digits (magnitudes.py)')

def cusum_arl(k, h, n=24):
    """Two sides of a CUSUM from 0, one half of one side: Page's integral equation by Gauss–Legendre."""
    k, h = mpf(k), mpf(h); x, w = zip(*[(h / 2 * (1 + a), h / 2 * b) for a, b in GL[n]])
    at = [mpf(0)] + list(x); m = matrix(n + 1, n + 1); one = matrix([1] * (n + 1))
    for i, u in enumerate(at):
        for j in range(n + 1):
            m[i, j] = (1 if i == j else 0) - (ncdf(k - u) if j == 0 else w[j - 1] * npdf(at[j] + k - u))
    return lu_solve(m, one)[0] / 2

mp.dps = 30
def legendre(n, t):
    before, now = mpf(1), t
    for k in range(2, n + 1):
        before, now = now, ((2 * k - 1) * t * now - (k - 1) * before) / k
    return now, n * (t * now - before) / (t * t - 1)

GL = {24: []}
for i in range(24):
    z = mp.cos(mp.pi * (i + mpf('0.75')) / mpf('24.5'))
    for _ in range(8):
        value, slope = legendre(24, z); z -= value / slope
    GL[24].append((z, 2 / ((1 - z * z) * legendre(24, z)[1] ** 2)))
for k, arl in [(1, 370.4), (1.46, 370.4), (1.5, 370.4), (2, 370.4), (2.5, 370.4), (1.5, 1e5), (3, 1e5)]:
    h = root(lambda h: cusum_arl(k, h) - arl, '0.01', 5)
    case(f'CUSUM h for k {k} and a run length of {arl:g}', {'kind': 'limits-for', 'arl0': arl, 'k': k}, {'cusum': {'k': k, 'h': h}}, 1e-9, "Page's integral equation, mpmath with 30 digits (magnitudes.py); k 1.5 and 2 with 370.4 as R spc 0.6.7, xcusum.crit")

with open(os.path.join(HERE, 'magnitudes.json'), 'w') as f:
    f.write('[\n' + ',\n'.join('  ' + json.dumps(c, ensure_ascii=False) for c in cases) + '\n]\n')
print(len(cases))
