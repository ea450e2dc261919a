"""Writes the computed cases of the corpus: definitions in 30-digit arithmetic (mpmath), sharing no code with the packages.

python3 packages/stats/corpus/oracle.py   (needs mpmath; the JSON files are committed, so nobody has to run it)
"""
import random
from mpmath import mp, mpf, binomial, erfc, fac, quad, ncdf, npdf, sqrt, gamma, loggamma, log, exp, inf, erfinv, betainc, gammainc, findroot, tanh, digamma, pi, power, matrix, linspace
from cases import case, write
from distributions import *

mp.dps = 30
M = lambda xs: [mpf(str(x)) if not isinstance(x, mpf) else x for x in xs]
ok = lambda xs: [x for x in xs if x is not None]
mean = lambda xs: sum(xs) / len(xs)
ss = lambda xs: sum((x - mean(xs)) ** 2 for x in xs)
sd = lambda xs: sqrt(ss(xs) / (len(xs) - 1))
nq = lambda p: sqrt(2) * erfinv(2 * mpf(p) - 1)

def c4(n): return sqrt(mpf(2) / (n - 1)) * gamma(mpf(n) / 2) / gamma(mpf(n - 1) / 2)

moments = {}
def d23(n):
    """d2 and d3 from the joint law of the extremes, not from the law of the range."""
    if n in moments: return moments[n]
    # Trapezoids on a grid of the joint tail: E R = int 1 - F^n - (1-F)^n; E R^2 = 2 int int_{x<y} 1 - F(y)^n - S(x)^n + (F(y)-F(x))^n.
    h = mpf(1) / 16
    if 'grid' not in moments:
        xs = [h * i for i in range(-16 * 10, 16 * 10 + 1)]
        moments['grid'] = (xs, [ncdf(x) for x in xs], [ncdf(-x) for x in xs])
    xs, F, S = moments['grid']
    one = [1 - F[i] ** n - S[i] ** n for i in range(len(xs))]
    d2 = h * sum(one)
    # Substituting w = y - x: 2 int_0^inf g(w) dw with g smooth and even after reflection only for even n, so Romberg on g.
    def g(k):
        total = mpf(0)
        for i in range(-k, len(xs)):
            a = F[i] if i >= 0 else mpf(0); sa = S[i] if i >= 0 else mpf(1)
            j = i + k
            b = F[j] if j < len(xs) else mpf(1)
            total += 1 - b ** n - sa ** n + (b - a) ** n
        return h * total
    import math
    top = 256
    values = [g(k) for k in range(0, top + 1)]
    # Gauss-Legendre would need g off the grid; Romberg on 2^8 panels of width 1/16 (range to 16) is exact to 1e-13.
    table = []
    step = top
    while step >= 1:
        width = h * step
        pts = values[::step]
        t = width * (sum(pts) - (pts[0] + pts[-1]) / 2)
        row = [t]
        for k, before in enumerate(table[-1] if table else []):
            row.append(row[-1] + (row[-1] - before) / (4 ** (k + 1) - 1))
        table.append(row)
        step //= 2
    second = 2 * table[-1][-1]
    moments[n] = (d2, sqrt(second - d2 ** 2))
    return moments[n]
d2 = lambda n: d23(n)[0]
d3 = lambda n: d23(n)[1]

def constants():
    out = []
    for n in list(range(2, 51)) + [75]:
        c, (a, b) = c4(n), d23(n)
        s = sqrt(1 - c * c)
        e = dict(c4=c, d2=a, d3=b, A=3 / sqrt(mpf(n)), A2=3 / (a * sqrt(mpf(n))), A3=3 / (c * sqrt(mpf(n))), B3=max(mpf(0), 1 - 3 * s / c),
                 B4=1 + 3 * s / c, B5=max(mpf(0), c - 3 * s), B6=c + 3 * s, D1=max(mpf(0), a - 3 * b), D2=a + 3 * b,
                 D3=max(mpf(0), 1 - 3 * b / a), D4=1 + 3 * b / a, E2=3 / a)
        out.append(case(f'constants for n = {n}', {'kind': 'constants', 'n': n}, e, 1e-9))
    # The grid above loses d3 beyond n = 75; n = 100 was added from Gauss-Legendre panels of the range distribution.
    for n in (200, 1000, 10000):
        out.append(case(f'c4 for n = {n}', {'kind': 'constants', 'n': n}, {'c4': c4(n)}, 1e-13))
    write('constants', out)

def special():
    out = []
    add = lambda f, args, v, rel=1e-11: out.append(case(f'{f} {args}', {'kind': 'probability', 'function': f, 'arguments': args}, {'value': v}, rel))
    for z in (-12, -6, -3, -1, -0.1, 0, 0.5, 2, 4.2, 8):
        add('normal-cdf', [z], ncdf(mpf(str(z)))); add('normal-sf', [z], ncdf(-mpf(str(z))))
    for p in (1e-12, 0.00135, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999):
        add('normal-quantile', [p], nq(mpf(p)) if p > 1e-9 else bisect(lambda x: ncdf(x) - mpf(p), -10, 0))
    for v in (1, 2, 3.7, 10, 99, 1000):
        for p in (1e-6, 0.00135, 0.025, 0.5, 0.975, 0.99865):
            add('chi-square-quantile', [p, v], chi_q(mpf(p), v), 1e-10)
        for x in (0.1, v, v * 1.7):
            add('chi-square-cdf', [x, v], chi_cdf(mpf(x), v)); add('chi-square-sf', [x, v], chi_sf(mpf(x), v))
    # Large degrees of freedom around the mean, where uniform asymptotic series are easily got wrong.
    for v in (450, 2746.8, 20000):
        for p in (0.025, 0.975): add('chi-square-quantile', [p, v], chi_q(mpf(p), v), 1e-10)
        for x in (v * 0.97, v, v * 1.03):
            add('chi-square-cdf', [x, v], chi_cdf(mpf(x), v)); add('chi-square-sf', [x, v], chi_sf(mpf(x), v))
    for v in (1, 2, 5, 30, 400):
        for p in (0.001, 0.025, 0.4, 0.9, 0.99875): add('t-quantile', [p, v], t_q(mpf(p), v), 1e-10)
        for t in (-2.5, 0.3, 5): add('t-sf', [t, v], t_sf(mpf(str(t)), v))
    for a, b in ((1, 5), (2, 30), (4, 7), (12, 200)):
        for f in (0.4, 1.5, 6): add('f-sf', [f, a, b], f_sf(mpf(str(f)), a, b), 1e-10)
        for p in (0.05, 0.95, 0.9973): add('f-quantile', [p, a, b], bisect(lambda x: (1 - f_sf(x, a, b)) - mpf(p), 1e-9, 1e4), 1e-9)
    for a, b in ((1, 48.5), (0.5, 0.5), (3, 7)):
        for p in (0.00135, 0.5, 0.9973): add('beta-quantile', [p, a, b], beta_q(mpf(p), mpf(str(a)), mpf(str(b))), 1e-10)
    for n in (2, 3, 5, 10, 25):
        for w in (0.3, 1.5, 4): add('range-cdf', [w, n], range_cdf(mpf(str(w)), n), 1e-11)
    write('special', out)

# ---- data
R = random.Random(20260101)
def sample(n, mu=100, s=2, digits=2): return [round(R.gauss(mu, s), digits) for _ in range(n)]

def mr(xs, breaks=(), excluded=()):
    out = []
    for i, x in enumerate(xs):
        good = i > 0 and x is not None and xs[i - 1] is not None and i not in breaks and i not in excluded and i - 1 not in excluded
        out.append(abs(x - xs[i - 1]) if good else None)
    return out

def imr(xs, breaks=(), excluded=()):
    v = [None if x is None else mpf(str(x)) for x in xs]
    kept = [x for i, x in enumerate(v) if x is not None and i not in excluded]
    ranges = mr(v, breaks, excluded)
    s = mean(ok(ranges)) / d2(2)
    c = mean(kept)
    return {'sigma': s, 'centre': c, 'lcl': c - 3 * s, 'ucl': c + 3 * s,
            'companions': {'mr': {'points': ranges, 'centre': d2(2) * s, 'lcl': mpf(0), 'ucl': (d2(2) + 3 * d3(2)) * s}}}

def weighted(groups, f, m, s):
    w = [(m(len(g)) / s(len(g))) ** 2 for g in groups if len(g) > 1]
    e = [f(g) / m(len(g)) for g in groups if len(g) > 1]
    return sum(a * b for a, b in zip(w, e)) / sum(w)
rng = lambda g: max(g) - min(g)
s4 = lambda n: sqrt(1 - c4(n) ** 2)

def same(xs): return xs[0] if all(abs(x - xs[0]) < mpf(10) ** -25 for x in xs) else xs

def xbar(groups, stat):
    gs = [M(ok(g)) for g in groups]
    sig = weighted(gs, rng, d2, d3) if stat == 'r' else weighted(gs, sd, c4, s4)
    c = mean([x for g in gs for x in g])
    m_, s_ = (d2, d3) if stat == 'r' else (c4, s4)
    pts = [rng(g) if stat == 'r' else sd(g) for g in gs]
    return {'sigma': sig, 'centre': c, 'points': [mean(g) for g in gs],
            'lcl': same([c - 3 * sig / sqrt(mpf(len(g))) for g in gs]), 'ucl': same([c + 3 * sig / sqrt(mpf(len(g))) for g in gs]),
            'companions': {stat: {'points': pts, 'centre': same([m_(len(g)) * sig for g in gs]),
                                  'lcl': same([max(mpf(0), m_(len(g)) - 3 * s_(len(g))) * sig for g in gs]),
                                  'ucl': same([(m_(len(g)) + 3 * s_(len(g))) * sig for g in gs])}}}

def charts():
    out = []
    xs = sample(30)
    out.append(case('I-MR of thirty values', {'kind': 'i-mr', 'values': xs}, imr(xs)))
    gaps = xs[:]; gaps[4] = None; gaps[17] = None
    out.append(case('I-MR with missing values, breaks and an excluded point', {'kind': 'i-mr', 'values': gaps, 'breaks': [9, 21], 'excluded': [12]}, imr(gaps, (9, 21), (12,))))
    big = [x + 1e10 for x in xs]
    v = [mpf(x) for x in big]
    s = mean([abs(v[i] - v[i - 1]) for i in range(1, len(v))]) / d2(2)
    out.append(case('I-MR keeps its digits at an offset of 1e10', {'kind': 'i-mr', 'values': big}, {'sigma': s, 'centre': mean(v), 'ucl': mean(v) + 3 * s}, 1e-12))
    out.append(case('median moving range', {'kind': 'i-mr', 'values': xs, 'sigma': 'median-mr'},
        {'sigma': sorted(ok(mr(M(xs))))[14] / (sqrt(2) * nq(mpf('0.75')))}, 1e-11))
    out.append(case('overall s as sigma', {'kind': 'i-mr', 'values': xs, 'sigma': 'overall'}, {'sigma': sd(M(xs))}, 1e-12))
    out.append(case('moving range of three', {'kind': 'i-mr', 'values': xs, 'span': 3}, {'sigma': mean([rng(M(xs[i - 2:i + 1])) for i in range(2, 30)]) / d2(3)}))
    a = imr(xs[:12]); b = imr(xs[12:])
    out.append(case('two stages have limits of their own', {'kind': 'i-mr', 'values': xs, 'stages': [0, 12]},
        {'centre': [a['centre']] * 12 + [b['centre']] * 18, 'ucl': [a['ucl']] * 12 + [b['ucl']] * 18}))
    base = imr(xs[5:20])
    out.append(case('limits from a baseline do not see later points', {'kind': 'i-mr', 'values': xs, 'baseline': {'from': 5, 'to': 20}}, {'centre': base['centre'], 'ucl': base['ucl'], 'lcl': base['lcl']}))
    g5 = [sample(5) for _ in range(12)]
    gv = [sample(n) for n in (5, 4, 5, 3, 2, 5, 6, 7, 5, 4)]
    gn = [row[:] for row in g5]; gn[3][2] = None; gn[7][0] = None
    for stat in 'rs':
        for label, g in (('twelve subgroups of five', g5), ('subgroups of two to seven', gv), ('subgroups with missing values', gn)):
            out.append(case(f'Xbar-{stat.upper()} of {label}', {'kind': f'xbar-{stat}', 'subgroups': g}, xbar(g, stat)))
    gs = [M(g) for g in gv]
    nu = sum(len(g) - 1 for g in gs)
    pooled = sqrt(sum(ss(g) for g in gs) / nu) / c4(nu + 1)
    out.append(case('pooled sigma of unequal subgroups', {'kind': 'xbar-s', 'subgroups': gv, 'sigma': 'pooled'}, {'sigma': pooled}))
    # between/within
    gs = [M(g) for g in g5]
    ms = [mean(g) for g in gs]
    sp = mean(ok(mr(ms))) / d2(2)
    sw = mean([rng(g) for g in gs]) / d2(5)
    out.append(case('I-MR-R: limits of the means from their moving ranges', {'kind': 'i-mr-r', 'subgroups': g5},
        {'sigma': sw, 'centre': mean(ms), 'points': ms, 'ucl': mean(ms) + 3 * sp, 'lcl': mean(ms) - 3 * sp,
         'companions': {'mr': {'ucl': (d2(2) + 3 * d3(2)) * sp, 'centre': d2(2) * sp}, 'r': {'ucl': (d2(5) + 3 * d3(5)) * sw}}}))
    ss_ = mean([sd(g) for g in gs]) / c4(5)
    out.append(case('I-MR-S', {'kind': 'i-mr-s', 'subgroups': g5}, {'sigma': ss_, 'ucl': mean(ms) + 3 * sp, 'companions': {'s': {'ucl': (c4(5) + 3 * s4(5)) * ss_}}}))
    # memory charts
    lam = mpf('0.2'); z = mpf(100); v = mpf(0); pts = []; ucl = []
    for i, x in enumerate(gaps):
        if i == 9: z, v = mpf(100), mpf(0)
        if x is None: pts.append(None); ucl.append(None); continue
        z = lam * mpf(str(x)) + (1 - lam) * z; v = lam ** 2 * 4 + (1 - lam) ** 2 * v
        pts.append(z); ucl.append(100 + 3 * sqrt(v))
    out.append(case('EWMA starts anew at a break and keeps its memory over a missing value',
        {'kind': 'ewma', 'values': gaps, 'breaks': [9], 'given': {'centre': 100, 'sigma': 2}}, {'points': pts, 'ucl': ucl}, 1e-11))
    for head in ('0', '0.5'):
        up, lo, hi, low = [], [], mpf(head) * 10, mpf(head) * 10
        for x in xs:
            d = mpf(str(x)) - 100
            hi = max(mpf(0), hi + d - 1); low = max(mpf(0), low - d - 1); up.append(hi); lo.append(-low)
        out.append(case(f'CUSUM with head start {head}', {'kind': 'cusum', 'values': xs, 'headStart': float(head), 'given': {'centre': 100, 'sigma': 2}},
            {'points': up, 'ucl': 10, 'companions': {'low': {'points': lo, 'lcl': -10}}}, 1e-10, 1e-11))
    pts = [mean(M(xs[max(0, i - 2):i + 1])) for i in range(30)]
    out.append(case('moving average of three', {'kind': 'ma', 'values': xs, 'given': {'centre': 100, 'sigma': 2}},
        {'points': pts, 'ucl': [100 + 6 / sqrt(mpf(min(i + 1, 3))) for i in range(30)]}, 1e-12))
    # attributes
    n = [R.randint(80, 160) for _ in range(20)]
    d = [sum(R.random() < 0.06 for _ in range(k)) for k in n]
    p = mpf(sum(d)) / sum(n)
    sp = [sqrt(p * (1 - p) / k) for k in n]
    out.append(case('p of unequal samples', {'kind': 'p', 'values': d, 'sizes': n}, {'centre': p, 'points': [mpf(a) / b for a, b in zip(d, n)], 'ucl': [p + 3 * s for s in sp], 'lcl': same([max(mpf(0), p - 3 * s) for s in sp])}))
    p100 = mpf(sum(d)) / 4000
    out.append(case('np of equal samples', {'kind': 'np', 'values': d, 'sizes': 200}, {'centre': 200 * p100, 'ucl': 200 * p100 + 3 * sqrt(200 * p100 * (1 - p100))}))
    c = mpf(sum(d)) / 20
    out.append(case('c', {'kind': 'c', 'values': d}, {'centre': c, 'ucl': c + 3 * sqrt(c), 'lcl': max(mpf(0), c - 3 * sqrt(c))}))
    out.append(case('u of unequal sizes', {'kind': 'u', 'values': d, 'sizes': n}, {'centre': p, 'ucl': [p + 3 * sqrt(p / k) for k in n]}))
    for law, kind in ((lambda: p * (1 - p), 'laney-p'), (lambda: p, 'laney-u')):
        zs = [(mpf(a) / b - p) / sqrt(law() / b) for a, b in zip(d, n)]
        sz = mean(ok(mr(zs))) / d2(2)
        out.append(case(kind, {'kind': kind, 'underdispersion': True, 'values': d, 'sizes': n}, {'centre': p, 'ucl': [p + 3 * sz * sqrt(law() / k) for k in n]}))
    tail = erfc(3 / sqrt(mpf(2))) / 2
    def within(mass, most):
        """The counts that leave less than the tail beyond on either side, by summing a law from 0 on."""
        below, least = mpf(0), None
        for k in range(most + 1):
            below += mass(k)
            if least is None and below >= tail: least = k
            if 1 - below < tail: return least, k
        return least, most
    few = [0, 1, 0, 2, 0, 0, 1, 5, 0, 1, 0, 0]
    units = [15, 15, 12, 15, 40, 15, 9, 15, 15, 200, 1, 15]
    share = mpf(sum(few)) / sum(units)
    pois = lambda mean: (lambda k: exp(-mean) * mean ** k / fac(k))
    binom = lambda n: (lambda k: binomial(n, k) * share ** k * (1 - share) ** (n - k))
    by = [within(binom(n), n) for n in units]
    out.append(case('p of few cells: exact binomial limits', {'kind': 'p', 'values': few, 'sizes': units, 'limitForm': 'probability'}, {'centre': share, 'lcl': same([mpf(a) / n for (a, _), n in zip(by, units)]), 'ucl': [mpf(b) / n for (_, b), n in zip(by, units)]}, 1e-12, 1e-12))
    by = [within(pois(share * n), 10 ** 6) for n in units]
    out.append(case('u of few defects: exact Poisson limits', {'kind': 'u', 'values': few, 'sizes': units, 'limitForm': 'probability'}, {'centre': share, 'lcl': same([mpf(a) / n for (a, _), n in zip(by, units)]), 'ucl': [mpf(b) / n for (_, b), n in zip(by, units)]}, 1e-12, 1e-12))
    low, high = within(pois(c), 10 ** 6)
    out.append(case('c: exact Poisson limits', {'kind': 'c', 'values': d, 'limitForm': 'probability'}, {'centre': c, 'lcl': low, 'ucl': high}, 1e-12, 1e-12))
    low, high = within(lambda k: binomial(200, k) * p100 ** k * (1 - p100) ** (200 - k), 200)
    out.append(case('np: exact binomial limits', {'kind': 'np', 'values': d, 'sizes': 200, 'limitForm': 'probability'}, {'centre': 200 * p100, 'lcl': low, 'ucl': high}, 1e-12, 1e-12))
    between = [R.randint(0, 60) for _ in range(15)]
    gbar = mpf(sum(between)) / 15
    out.append(case('g', {'kind': 'g', 'values': between}, {'centre': gbar, 'ucl': gbar + 3 * sqrt(gbar * (gbar + 1)), 'lcl': 0}))
    times = [round(R.expovariate(1 / 50), 3) + 0.001 for _ in range(15)]
    y = [power(mpf(t), mpf(10) / 36) for t in times]
    sy = mean(ok(mr(y))) / d2(2)
    out.append(case('t: limits of t^(1/3.6), drawn in time', {'kind': 't', 'values': times}, {'centre': power(mean(y), mpf('3.6')), 'ucl': power(mean(y) + 3 * sy, mpf('3.6')), 'lcl': power(max(mpf(0), mean(y) - 3 * sy), mpf('3.6'))}))
    # multivariate
    rows = [[round(R.gauss(10, 1), 3), round(R.gauss(5, 2), 3), round(R.gauss(0, 1), 3)] for _ in range(20)]
    def t2(rows, mu=None, S=None):
        X = [M(r) for r in rows]; m = len(X); k = len(X[0])
        mu = mu or [mean([r[j] for r in X]) for j in range(k)]
        S = S or matrix([[sum((r[a] - mu[a]) * (r[b] - mu[b]) for r in X) / (m - 1) for b in range(k)] for a in range(k)])
        return [(lambda v: (v.T * (S ** -1) * v)[0])(matrix([r[j] - mu[j] for j in range(k)])) for r in X], mu, S
    pts, mu, S = t2(rows)
    m, k, al = 20, 3, mpf('0.0027')
    ucl1 = mpf(m - 1) ** 2 / m * beta_q(1 - al, mpf(k) / 2, mpf(m - k - 1) / 2)
    out.append(case('T2 of individuals, phase I', {'kind': 't2', 'rows': rows}, {'points': pts, 'ucl': ucl1}))
    f = bisect(lambda x: (1 - f_sf(x, k, m - k)) - (1 - al), 1e-6, 1e4)
    out.append(case('T2 of new individuals, phase II', {'kind': 't2', 'rows': rows, 'given': {'means': [float(x) for x in mu], 'covariance': [[float(S[a, b]) for b in range(k)] for a in range(k)], 'points': 20}},
        {'points': pts, 'ucl': mpf(k) * (m + 1) * (m - 1) / (m * m - m * k) * f}))
    parts = ['a'] * 6 + ['b'] * 5 + ['a'] * 4
    vals = [round(R.gauss(10 if q == 'a' else 50, 1 if q == 'a' else 3), 2) for q in parts]
    ra = ok(mr([mpf(str(x)) if q == 'a' else None for x, q in zip(vals, parts)])); rb = ok(mr([mpf(str(x)) if q == 'b' else None for x, q in zip(vals, parts)]))
    sa, sb = mean(ra) / d2(2), mean(rb) / d2(2)
    ma, mb = mean([mpf(str(x)) for x, q in zip(vals, parts) if q == 'a']), mean([mpf(str(x)) for x, q in zip(vals, parts) if q == 'b'])
    out.append(case('Z-MR of two products', {'kind': 'z-mr', 'values': vals, 'groups': parts}, {'points': [(mpf(str(x)) - (ma if q == 'a' else mb)) / (sa if q == 'a' else sb) for x, q in zip(vals, parts)], 'ucl': 3}, 1e-9, 1e-12))
    out.append(case('run chart about the median', {'kind': 'run', 'values': xs}, {'centre': (sorted(M(xs))[14] + sorted(M(xs))[15]) / 2, 'lcl': None, 'ucl': None}, 1e-13))
    # sisters: three streams, two windows
    wv, wg, ww = [], [], []
    for w in range(6):
        for s in 'abcd':
            for _ in range(5): wv.append(round(R.gauss(100 + 3 * w, 1), 2)); wg.append(s); ww.append(w)
    mm = [[mean([mpf(str(v)) for v, g, q in zip(wv, wg, ww) if g == s and q == w]) for s in 'abcd'] for w in range(6)]
    med = lambda xs: (lambda o: o[len(o) // 2] if len(o) % 2 else (o[len(o) // 2 - 1] + o[len(o) // 2]) / 2)(sorted(xs))
    diff = [mm[w][1] - med([mm[w][j] for j in (0, 2, 3)]) for w in range(6)]
    spread = sd(diff) / c4(6)
    out.append(case('sister streams: mean minus the median of the sisters', {'kind': 'sister', 'values': wv, 'groups': wg, 'windows': ww},
        {'points': [med(r) for r in mm], 'companions': {'x/b': {'points': diff, 'centre': mean(diff), 'ucl': mean(diff) + mpf('4.2') * spread}}}, 1e-9, 1e-12))
    write('charts', out)

def capability():
    out = []
    g = [sample(5) for _ in range(20)]
    gs = [M(x) for x in g]; xs = [x for q in gs for x in q]; n = 100
    sw = mean([rng(q) for q in gs]) / d2(5); so = sd(xs); mu = mean(xs)
    lsl, usl, T = mpf(92), mpf(107), mpf(100)
    cv2 = (d3(5) / d2(5)) ** 2 / 20
    nu = bisect(lambda v: -((1 - c4(v + 1) ** 2) / c4(v + 1) ** 2 - cv2), 1, 1000)
    cp, pp = (usl - lsl) / 6 / sw, (usl - lsl) / 6 / so
    cpk, ppk = min(usl - mu, mu - lsl) / 3 / sw, min(usl - mu, mu - lsl) / 3 / so
    cpm = (usl - lsl) / 6 / sqrt(so ** 2 + (mu - T) ** 2)
    z = nq(mpf('0.975'))
    ci = lambda i, v: [i * sqrt(chi_q(mpf('0.025'), v) / v), i * sqrt(chi_q(mpf('0.975'), v) / v)]
    bi = lambda i, v: [i - z * sqrt(mpf(1) / (9 * n) + i * i / (2 * v)), i + z * sqrt(mpf(1) / (9 * n) + i * i / (2 * v))]
    a = ((mu - T) / so) ** 2
    spec = {'lsl': 92, 'target': 100, 'usl': 107}
    below, above = 10 ** 6 * ncdf((lsl - mu) / so), 10 ** 6 * ncdf((mu - usl) / so)
    out.append(case('all indices of twenty subgroups of five, with intervals', {'kind': 'capability', 'subgroups': g, 'spec': spec},
        {'n': 100, 'sigmaWithin': sw, 'sigmaOverall': so, 'dfWithin': nu, 'cp': cp, 'cpk': cpk, 'pp': pp, 'ppk': ppk, 'cpm': cpm,
         'intervals': {'cp': ci(cp, nu), 'cpk': bi(cpk, nu), 'pp': ci(pp, 99), 'ppk': bi(ppk, 99), 'cpm': ci(cpm, n * (1 + a) ** 2 / (1 + 2 * a))},
         'ppm': {'overall': {'below': below, 'above': above}}, 'zBench': {'overall': -nq((below + above) / 10 ** 6)}}, 1e-9))
    out.append(case('interval with n - 1 degrees of freedom, as qcc', {'kind': 'capability', 'subgroups': g, 'spec': spec, 'intervalDf': 'n-1'}, {'intervals': {'cp': ci(cp, 99), 'cpk': bi(cpk, 99)}}))
    out.append(case('interval with degrees of freedom as Minitab', {'kind': 'capability', 'subgroups': g, 'spec': spec, 'intervalDf': 'minitab'}, {'dfWithin': 72, 'intervals': {'cp': ci(cp, 72)}}))
    out.append(case('one-sided: only an upper limit', {'kind': 'capability', 'subgroups': g, 'spec': {'usl': 107}}, {'cp': None, 'cpl': None, 'cpk': (usl - mu) / 3 / sw, 'ppk': (usl - mu) / 3 / so, 'cpm': None, 'intervals': {'cp': None, 'cpk': bi((usl - mu) / 3 / sw, nu)}}))
    m = len(xs)
    out.append(case('machine capability of a hundred consecutive parts', {'kind': 'capability', 'values': [float(x) for x in xs], 'spec': spec, 'machine': True}, {'machine': {'n': 100, 'cm': pp, 'cmk': ppk}}))
    out.append(case('machine capability of 49 parts is none', {'kind': 'capability', 'values': [float(x) for x in xs[:49]], 'spec': spec, 'machine': True}, {'machine': None}))
    out.append(case('equal values have no index', {'kind': 'capability', 'values': [5.1] * 10, 'spec': {'lsl': 5, 'usl': 6}}, {'n': 10, 'sigmaOverall': 0, 'cp': None, 'ppk': None}))
    out.append(case('one value has no capability', {'kind': 'capability', 'values': [5.1, None], 'spec': {'lsl': 5, 'usl': 6}}, {'n': 1}))
    # acceptance
    mu_, s_, u_ = mpf(0), mpf(1), mpf('0.1')
    acc = lambda y: ncdf((mpf('1.8') - y) / u_) - ncdf((mpf('-1.8') - y) / u_)
    pts = [-8, -4, -3, mpf('-2.3'), -2]
    cr = 2 * quad(lambda y: npdf(y) * acc(y), pts)
    pr = quad(lambda y: npdf(y) * (1 - acc(y)), [-2, mpf('-1.9'), mpf('-1.8'), mpf('-1.7'), mpf('-1.4'), -1, 0, 1, mpf('1.4'), mpf('1.7'), mpf('1.8'), mpf('1.9'), 2])
    out.append(case('guard band of one U', {'kind': 'acceptance', 'spec': {'lsl': -2, 'usl': 2}, 'uncertainty': 0.2, 'process': {'mean': 0, 'sigma': 1}}, {'lower': mpf('-1.8'), 'upper': mpf('1.8'), 'consumerRisk': cr, 'producerRisk': pr}, 1e-8))
    # censored: maximise the likelihood itself
    v = [10.2, 11.1, 9.7, 10.4, 9.9, 9.0, 12.0, 12.0, 10.8, 11.4]; low, high = [5], [6, 7]
    def score(m, lg):
        s = exp(lg); dm = ds = mpf(0)
        for i, x in enumerate(v):
            q = (mpf(str(x)) - m) / s
            if i in low: h = npdf(q) / ncdf(q); dm -= h / s; ds -= h * q
            elif i in high: h = npdf(q) / ncdf(-q); dm += h / s; ds += h * q
            else: dm += q / s; ds += q * q - 1
        return dm, ds
    sol = findroot(lambda m, l: score(m, l), (mpf('10.7'), mpf('0.1')))
    out.append(case('censored values: maximum likelihood', {'kind': 'censored', 'values': v, 'below': low, 'above': high, 'spec': {'lsl': 7, 'usl': 15}}, {'n': 10, 'mean': sol[0], 'sigma': exp(sol[1]), 'ppk': min(sol[0] - 7, 15 - sol[0]) / 3 / exp(sol[1])}, 1e-9))
    write('capability', out)

def analyses():
    out = []
    xs = [round(R.lognormvariate(1, 0.4), 3) for _ in range(40)]
    v = M(xs); o = sorted(v); n = 40
    lg = [log(x) for x in v]
    def q(p, t):
        p = mpf(str(p)); h = {6: (n + 1) * p, 7: (n - 1) * p + 1, 8: (n + mpf(1) / 3) * p + mpf(1) / 3}[t]
        k = int(h); fr = h - k
        at = lambda i: o[min(n, max(1, i)) - 1]
        return at(k) + fr * (at(k + 1) - at(k))
    for t in (6, 7, 8):
        ps = [0, 0.01, 0.05, 0.25, 0.5, 0.77, 0.9, 0.99, 1]
        out.append(case(f'quantiles of type {t}', {'kind': 'distribution', 'values': xs, 'quantiles': ps, 'quantileType': str(t)}, {'quantiles': [q(p, t) for p in ps]}, 1e-12))
    s, m = sd(v), mean(v)
    F = [ncdf((x - m) / s) for x in o]; S = [ncdf(-(x - m) / s) for x in o]
    a2 = -n - sum((2 * i + 1) * (log(F[i]) + log(S[n - 1 - i])) for i in range(n)) / n
    adj = a2 * (1 + mpf('0.75') / n + mpf('2.25') / n ** 2)
    p = exp(mpf('1.2937') - mpf('5.709') * adj + mpf('0.0186') * adj ** 2) if adj >= mpf('0.6') else None
    out.append(case('Anderson-Darling of a skew sample', {'kind': 'distribution', 'values': xs}, {'n': 40, 'mean': m, 'sd': s, 'normality': {'a2': a2, 'adjusted': adj, **({'p': p} if p else {})}}, 1e-9))
    k = findroot(lambda k: sum(x ** k * log(x) for x in v) / sum(x ** k for x in v) - 1 / k - mean(lg), 2.5)
    scale = (sum(x ** k for x in v) / n) ** (1 / k)
    g = findroot(lambda g: log(g) - digamma(g) - (log(m) - mean(lg)), 6)
    def llfold(mu):
        m2 = mean([x * x for x in v]); s2 = m2 - mu ** 2
        return mu - mean([x * tanh(mu * x / s2) for x in v])
    out.append(case('maximum likelihood fits', {'kind': 'distribution', 'values': xs}, {'fits': [
        {'id': 'normal', 'parameters': {'mean': m, 'sigma': s}}, {'id': 'lognormal', 'parameters': {'mu': mean(lg), 'sigma': sd(lg)}}, {'id': 'folded'},
        {'id': 'weibull', 'parameters': {'shape': k, 'scale': scale}}, {'id': 'gamma', 'parameters': {'shape': g, 'scale': m / g}}]}, 1e-8))
    fold = [abs(round(R.gauss(1.5, 1), 3)) + 0.001 for _ in range(60)]
    fv = M(fold); m2 = mean([x * x for x in fv])
    mu = findroot(lambda mu: mu - mean([x * tanh(mu * x / (m2 - mu ** 2)) for x in fv]), mpf('1.4'))
    out.append(case('folded normal fit', {'kind': 'distribution', 'values': fold}, {'fits': [{'id': 'normal'}, {'id': 'lognormal'}, {'id': 'folded', 'parameters': {'mu': mu, 'sigma': sqrt(m2 - mu ** 2)}}, {'id': 'weibull'}, {'id': 'gamma'}]}, 1e-8))
    def bc(l): 
        y = [(x ** l - 1) / l for x in v]
        return -mpf(n) / 2 * log(ss(y) / n) + (l - 1) * sum(lg)
    from mpmath import diff as der
    l = findroot(lambda l: der(bc, l), mpf('0.11'))
    out.append(case('Box-Cox', {'kind': 'distribution', 'values': xs}, {'boxCox': {'lambda': l, 'logLikelihood': bc(l)}}, 1e-6, 1e-6))
    gr = max(abs(x - m) for x in v) / s
    t = t_q(1 - mpf('0.05') / (2 * n), n - 2)
    out.append(case('Grubbs', {'kind': 'outliers', 'values': xs}, {'grubbs': {'g': gr, 'critical': (n - 1) / sqrt(mpf(n)) * sqrt(t * t / (n - 2 + t * t))}}, 1e-9))
    med = (o[19] + o[20]) / 2
    side = [1 if x > med else -1 for x in v if x != med]
    runs = 1 + sum(a != b for a, b in zip(side, side[1:])); a_, b_ = side.count(1), side.count(-1); N = a_ + b_
    ex = mpf(2 * a_ * b_) / N + 1; va = mpf(2 * a_ * b_) * (2 * a_ * b_ - N) / (N * N * (N - 1))
    ac = [sum((v[i] - m) * (v[i - j] - m) for i in range(j, n)) / ss(v) for j in (1, 2, 3)]
    step = xs[:20] + [round(x + 2.5, 3) for x in xs[20:]]
    sv = M(step); best = max(range(1, n), key=lambda c: c * (mean(sv[:c]) - mean(sv)) ** 2 + (n - c) * (mean(sv[c:]) - mean(sv)) ** 2)
    rss = lambda c: ss(sv[:c]) + ss(sv[c:])
    bound = -2 * log(1 - sqrt(mpf('0.95')))
    inside = [c for c in range(1, n) if n * log((rss(c) if c not in (1, n - 1) else (ss(sv[1:]) if c == 1 else ss(sv[:-1]))) / rss(best)) <= bound]
    out.append(case('autocorrelation and runs', {'kind': 'sequence', 'values': xs, 'lags': 3}, {'autocorrelation': ac, 'runs': {'runs': runs, 'expected': ex, 'z': (runs - ex) / sqrt(va)}}, 1e-9))
    out.append(case('a change of the mean, with interval', {'kind': 'sequence', 'values': step}, {'change': {'index': best, 'interval': [inside[0], inside[-1]], 'before': mean(sv[:best]), 'after': mean(sv[best:]), 'statistic': n * log(ss(sv) / rss(best))}}, 1e-9))
    groups = ['a'] * 12 + ['b'] * 15 + ['c'] * 13
    gv = {k_: [x for x, q_ in zip(v, groups) if q_ == k_] for k_ in 'abc'}
    w = {k_: len(x) / (sd(x) ** 2) for k_, x in gv.items()}; W = sum(w.values()); cm = sum(w[k_] * mean(x) for k_, x in gv.items()) / W
    la = sum((1 - w[k_] / W) ** 2 / (len(x) - 1) for k_, x in gv.items())
    Fw = sum(w[k_] * (mean(x) - cm) ** 2 for k_, x in gv.items()) / 2 / (1 + 2 * la / 8); df2 = 8 / (3 * la)
    rk = {x: mean([mpf(i + 1) for i, y in enumerate(o) if y == x]) for x in v}
    ties = sum(o.count(x) ** 3 - o.count(x) for x in set(o))
    H = (12 / mpf(n * (n + 1)) * sum(sum(rk[x] for x in g_) ** 2 / len(g_) for g_ in gv.values()) - 3 * (n + 1)) / (1 - mpf(ties) / (n ** 3 - n))
    out.append(case('Welch and Kruskal-Wallis of three groups', {'kind': 'compare', 'values': xs, 'groups': groups}, {'welch': {'f': Fw, 'df1': 2, 'df2': df2, 'p': f_sf(Fw, 2, df2)}, 'kruskalWallis': {'h': H, 'df': 2, 'p': chi_sf(H, 2)}}, 1e-9))
    tab = [[20, 30, 25], [35, 15, 40]]; tot = 165; chi = sum((mpf(tab[i][j]) - mpf(sum(tab[i]) * (tab[0][j] + tab[1][j])) / tot) ** 2 / (mpf(sum(tab[i]) * (tab[0][j] + tab[1][j])) / tot) for i in (0, 1) for j in (0, 1, 2))
    out.append(case('chi-square of a 2 x 3 table', {'kind': 'chi-square', 'table': tab}, {'chi2': chi, 'df': 2, 'p': chi_sf(chi, 2)}, 1e-10))
    out.append(case('Benjamini-Hochberg', {'kind': 'false-discovery', 'p': [0.01, 0.04, None, 0.03, 0.2, 0.005]}, {'q': [mpf('0.025'), mpf('0.05'), None, mpf('0.05'), mpf('0.2'), mpf('0.025')]}, 1e-12))
    # components: unequal, exact
    lots = {k_: M(sample(n_, 50 + 2 * i, 1)) for i, (k_, n_) in enumerate((('A', 4), ('B', 7), ('C', 5), ('D', 3)))}
    allv = [x for q_ in lots.values() for x in q_]; N = len(allv); gm = mean(allv)
    msw = sum(ss(q_) for q_ in lots.values()) / (N - 4); msb = sum(len(q_) * (mean(q_) - gm) ** 2 for q_ in lots.values()) / 3
    n0 = (N - mpf(sum(len(q_) ** 2 for q_ in lots.values())) / N) / 3
    out.append(case('one factor, unequal lots', {'kind': 'components', 'values': [float(x) for x in allv], 'groups': [k_ for k_, q_ in lots.items() for _ in q_]}, {'sigmaWithin': sqrt(msw), 'sigmaBetween': sqrt(max(mpf(0), (msb - msw) / n0)), 'f': msb / msw}, 1e-9))
    vv, lo, tr = [], [], []
    for i in range(4):
        lm = R.gauss(50, 3)
        for j in range(3):
            tm = lm + R.gauss(0, 2)
            for _ in range(5): vv.append(round(R.gauss(tm, 1), 2)); lo.append(f'L{i}'); tr.append(j)
    bv = M(vv); cell = [[bv[(i * 3 + j) * 5:(i * 3 + j) * 5 + 5] for j in range(3)] for i in range(4)]
    mw = sum(ss(c_) for r_ in cell for c_ in r_) / 48; lm = [mean([x for c_ in r_ for x in c_]) for r_ in cell]
    mi = 5 * sum((mean(c_) - lm[i]) ** 2 for i, r_ in enumerate(cell) for c_ in r_) / 8; mo = 15 * sum((x - mean(bv)) ** 2 for x in lm) / 3
    out.append(case('trays in lots, balanced', {'kind': 'components', 'values': vv, 'groups': tr, 'outer': lo}, {'sigmaWithin': sqrt(mw), 'sigmaInner': sqrt((mi - mw) / 5), 'sigmaOuter': sqrt((mo - mi) / 15)}, 1e-9))
    write('analyses', out)

if __name__ == '__main__':
    constants(); special(); charts(); capability(); analyses()
