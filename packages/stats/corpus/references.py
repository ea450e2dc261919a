"""Writes references.json: figures of other programs and of published tables, none of them computed with the packages.

python3 packages/stats/corpus/references.py   (needs numpy, scipy, statsmodels, mpmath, and R with the package spc; the JSON file
is committed, so nobody has to run it)
"""
import json, math, os, subprocess
import mpmath as mp
import numpy as np, scipy, statsmodels, statsmodels.api as sm
from scipy import integrate, optimize, special, stats
from statsmodels.stats.diagnostic import normal_ad
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oneway import anova_oneway

HERE = os.path.dirname(os.path.abspath(__file__))
SCIPY, SM = f'scipy {scipy.__version__}', f'statsmodels {statsmodels.__version__}'
rng = np.random.default_rng(20)
mp.mp.dps = 30
L = lambda x: [float(v) for v in x]
cases = []

def case(name, problem, expected, rel, origin, absolute=0):
    cases.append({'name': name, 'input': problem, 'expected': expected, 'tolerance': {'relative': rel, 'absolute': absolute}, 'origin': origin})

def r(*expressions):
    """Numbers that R prints for expressions of the package spc."""
    code = 'library(spc); for (x in list(' + ', '.join(expressions) + ')) cat(sprintf("%.15g\\n", x))'
    return [float(v) for v in subprocess.run(['Rscript', '-e', code], capture_output=True, text=True, check=True).stdout.split()]

SPC = 'R ' + subprocess.run(['Rscript', '-e', 'cat("package spc", as.character(packageVersion("spc")))'], capture_output=True, text=True).stdout
d2 = lambda n: integrate.quad(lambda w: 1 - stats.studentized_range.cdf(w, n, np.inf), 0, 12, limit=300)[0]
D2 = 2 / math.sqrt(math.pi)
c4 = lambda n: math.sqrt(2 / (n - 1)) * math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2))

# ---- run lengths and limits for them
arl, h5, h4f, h5f, slow = r('xcusum.arl(.25,8,2.5,sided="two",r=80)', 'xcusum.arl(.5,5,.75,sided="two",r=80)',
    'xcusum.arl(.5,4,0,hs=2,sided="two",r=80)', 'xcusum.arl(.5,5,1,hs=2.5,sided="two",r=80)', 'xcusum.crit(.05,1e5,sided="two",r=150)')
cusum = lambda k, h, **more: {'kind': 'run-length', 'cusum': {'k': k, 'h': h, **more.pop('own', {})}, **more}
case('CUSUM k 0.25, h 8, shift 2.5', cusum(.25, 8, shift=2.5), {'arl': arl}, 1e-9, f'{SPC}, xcusum.arl (the SAS/QC manual 1999 prints 4.1500826715, right to six digits)')
case('CUSUM k 0.5, h 5, shift 0.75', cusum(.5, 5, shift=.75), {'arl': h5}, 1e-9, f'{SPC}, xcusum.arl')
case('CUSUM with head start, in control', cusum(.5, 4, own={'headStart': .5}), {'arl': h4f, 'method': 'integral-equation', 'standardError': None}, 1e-9, f'{SPC}, xcusum.arl with hs 2')
case('CUSUM with head start, at 1σ', cusum(.5, 5, own={'headStart': .5}, shift=1), {'arl': h5f}, 1e-9, f'{SPC}, xcusum.arl with hs 2.5')
case('a head start too high for the formula of two sides is simulated', cusum(.1, 4, own={'headStart': 1}, replicates=200), {'method': 'simulation', 'warnings': []}, 0, 'Lucas & Crosier 1982: their formula needs one side empty when the other signals')
case('h of a CUSUM with small k', {'kind': 'limits-for', 'arl0': 1e5, 'k': .05}, {'cusum': {'h': slow}}, 1e-6, f'{SPC}, xcusum.crit')
case('no h where limits alone are wider', {'kind': 'limits-for', 'arl0': 200, 'k': 3}, {'cusum': {'h': None}}, 0, '1/(2Φ(−3)) = 370.4 is above 200 for every h ≥ 0')
for lam, arl0 in ((.1, 500), (.25, 1000)):
    width = r(f'xewma.crit({lam},{arl0},sided="two",r=80)')[0]
    case(f'L of an EWMA, λ {lam}, ARL₀ {arl0}', {'kind': 'limits-for', 'arl0': arl0, 'lambda': lam}, {'ewma': {'width': width}}, 1e-7, f'{SPC}, xewma.crit')

def brook_evans(lam, width, shewhart, shift, m):
    """Markov chain of 2m + 1 cells for EWMA and Shewhart limits together (Brook & Evans 1972)."""
    reach = width * math.sqrt(lam / (2 - lam)); n = 2 * m + 1; cell = 2 * reach / n; i = np.arange(n)
    border = special.ndtr(((np.arange(n + 1) - m - .5) * cell - ((1 - lam) * (i - m) * cell)[:, None]) / lam - shift)
    q = np.diff(np.clip(border, special.ndtr(-shewhart - shift), special.ndtr(shewhart - shift)), axis=1)
    return float(np.linalg.solve(np.eye(n) - q, np.ones(n))[m])
for lam, width, shewhart, shift in ((.2, 2.962, 3, 0), (.2, 4, 4.2, 0), (.2, 4, 4.2, 1), (.1, 2.7, 3.5, .5)):
    case(f'EWMA {lam}/{width} with Shewhart {shewhart}, shift {shift}', {'kind': 'run-length', 'rules': ['N1'], 'width': shewhart, 'ewma': {'lambda': lam, 'width': width}, 'shift': shift},
         {'arl': brook_evans(lam, width, shewhart, shift, 2000)}, 1e-5, 'Markov chain of 4 001 cells, numpy')

def mewma(rows, **more): return {'kind': 'mewma', 'rows': rows, **more}
three = np.round(rng.normal(size=(8, 3)), 2).tolist()
for lam, h in zip((.25, .2, .15, .1, .05), (15.82, 15.62, 15.31, 14.76, 13.60)):
    case(f'limit of MEWMA, three variables, λ {lam}, ARL₀ 1000', mewma(three, **{'lambda': lam}, alpha=1e-3), {'ucl': h}, 0, 'Knoth 2017, J. Quality Technology 49, p. 82, table 2, as the help of R spc mewma.crit quotes it', .005)
four = np.round(rng.normal(size=(9, 4)), 2).tolist()
case('limit of MEWMA, four variables, λ 0.25, ARL₀ 500', mewma(four, **{'lambda': .25}, alpha=.002), {'ucl': 16.38}, 0, 'Rigdon 1995, J. Statist. Comput. Simul. 52, p. 358, table 1, as the help of R spc mewma.crit quotes it', .005)
two = np.round(rng.multivariate_normal([3, 7], [[2, .9], [.9, 1]], 25), 3)
for lam, alpha, n in ((.15, .0027, 80), (.02, 1 / 200, 80)):
    h = r(f'mewma.crit({lam},{1/alpha},2,r={n})')[0]
    mu, cov = two.mean(0), np.cov(two.T); z = np.zeros(2); t2 = []; steady = []
    for i, x in enumerate(two, 1):
        z = lam * (x - mu) + (1 - lam) * z
        t2.append(z @ np.linalg.solve(lam / (2 - lam) * (1 - (1 - lam) ** (2 * i)) * cov, z)); steady.append(z @ np.linalg.solve(lam / (2 - lam) * cov, z))
    case(f'MEWMA λ {lam}: points and limit', mewma(two.tolist(), **{'lambda': lam}, alpha=alpha), {'points': L(t2), 'ucl': h, 'lcl': 0, 'centre': 2}, 1e-7, f'numpy; limit {SPC}, mewma.crit')
    case(f'MEWMA λ {lam} with asymptotic covariance', mewma(two.tolist(), **{'lambda': lam}, alpha=alpha, steady=True), {'points': L(steady)}, 1e-9, 'numpy')
case('MEWMA without memory has the limit of T²', mewma(two.tolist(), **{'lambda': 1}, alpha=.01), {'ucl': float(stats.chi2.isf(.01, 2))}, 1e-9, SCIPY)
case('T² with known means and covariance', {'kind': 't2', 'rows': [[1, 2], [3, 1]], 'given': {'means': [1, 1], 'covariance': [[2, .5], [.5, 1]]}},
     {'points': L([np.array(v) @ np.linalg.solve([[2, .5], [.5, 1]], v) for v in ([0, 1], [2, 0])]), 'ucl': float(stats.chi2.isf(.0027, 2)), 'centre': float(stats.chi2.median(2))}, 1e-9, f'numpy; {SCIPY}')

for width, rel in ((8, 1e-9), (10, 1e-9)):
    case(f'limits at {width}σ: a run length beyond all rounding', {'kind': 'run-length', 'rules': ['N1'], 'width': width}, {'arl': float(1 / (2 * stats.norm.sf(width)))}, rel, f'1/(2Φ(−{width})), {SCIPY}')

def far(k, h):
    """One side of a CUSUM in 60-digit arithmetic: Page's equation by Gauss–Legendre, 120 nodes."""
    mp.mp.dps = 60; x, w = np.polynomial.legendre.leggauss(120); m = len(x)
    nodes = [mp.mpf(v) for v in x]
    for i, v in enumerate(nodes):
        for _ in range(4):
            v = v - mp.legendre(m, v) / (m * (v * mp.legendre(m, v) - mp.legendre(m - 1, v)) / (v * v - 1))
        nodes[i] = v
    weight = [2 * (1 - v * v) / (m * mp.legendre(m - 1, v)) ** 2 for v in nodes]
    y = [mp.mpf(0)] + [h * (1 + v) / 2 for v in nodes]; a = mp.matrix(m + 1, m + 1)
    for i in range(m + 1):
        for j in range(m + 1):
            a[i, j] = (i == j) - (mp.ncdf(k - y[i]) if j == 0 else h / mp.mpf(2) * weight[j - 1] * mp.npdf(y[j] + k - y[i]))
    found = mp.lu_solve(a, mp.matrix([1] * (m + 1)))[0]; mp.mp.dps = 30
    return float(found / 2)
case('CUSUM k 1, h 12: a run length beyond double rounding', cusum(1, 12), {'arl': far(mp.mpf(1), mp.mpf(12))}, 1e-9, 'Page’s integral equation in 60-digit arithmetic, mpmath')

# ---- rule sets
def westgard_arl(with_warning):
    """Chain over (run on one side, points beyond 1σ on it, last side beyond 2σ), from the definitions of 1981."""
    cuts = [-np.inf, -3, -2, -1, 0, 1, 2, 3, np.inf]; p = np.diff(stats.norm.cdf(cuts)); states = {(0, 0, 0): 0}; todo = [(0, 0, 0)]; moves = []
    for run, ones, last in todo:
        for k, probability in enumerate(p):
            side = 1 if k >= 4 else -1; beyond = (k - 4) if side > 0 else (3 - k)
            two = side if beyond >= 2 else 0
            r1 = run + side if run * side > 0 else side; o1 = (ones + side if ones * side > 0 else side) if beyond >= 1 else 0
            if beyond >= 3 or (two and (with_warning or last)) or abs(o1) >= 4 or abs(r1) >= 10: continue
            to = (r1, o1, two)
            if to not in states: states[to] = len(states); todo.append(to)
            moves.append((states[(run, ones, last)], states[to], probability))
    q = np.zeros((len(states),) * 2)
    for a, b, probability in moves: q[a, b] += probability
    return float(np.linalg.solve(np.eye(len(q)) - q, np.ones(len(q)))[0])
case('Westgard, the six rules of 1981', {'kind': 'run-length', 'rules': ['westgard']}, {'arl': westgard_arl(True), 'method': 'markov-chain'}, 1e-9, 'Markov chain from the definitions, numpy')
case('Westgard without its warning', {'kind': 'run-length', 'rules': ['1-3s', '2-2s', 'R-4s', '4-1s', '10-x']}, {'arl': westgard_arl(False)}, 1e-9, 'Markov chain from the definitions, numpy')
six = [.5, .4, .6, .3, .2, .7, .5, .8]
case('six on one side are not in the set of 1981', {'kind': 'rules', 'values': six, 'rules': ['westgard']}, {'signals': []}, 0, 'Westgard et al. 1981, Clinical Chemistry 27, 493–501')
case('but in the extended set', {'kind': 'rules', 'values': six, 'rules': ['westgard-extended']},
     {'signals': [{'index': 5, 'rule': '6-x'}, {'index': 6, 'rule': '6-x'}, {'index': 7, 'rule': '6-x'}, {'index': 7, 'rule': '8-x'}]}, 0, 'westgard.com, "Multirule and Westgard rules"')

# ---- σ of unequal subgroups
groups = [L(np.round(rng.normal(10, 2, n), 2)) for n in (3, 5, 4, 6, 2, 5)]
sd = [np.std(g, ddof=1) for g in groups]; nu = sum(len(g) - 1 for g in groups); sp = math.sqrt(sum((len(g) - 1) * s * s for g, s in zip(groups, sd)) / nu)
for method, sigma, rel in (('r-bar-plain', np.mean([np.ptp(g) / d2(len(g)) for g in groups]), 1e-6), ('s-bar-plain', np.mean([s / c4(len(g)) for g, s in zip(groups, sd)]), 1e-9), ('pooled-plain', sp, 1e-9), ('pooled', sp / c4(nu + 1), 1e-9)):
    m = sum(map(sum, groups)) / sum(map(len, groups))
    case(f'X̄-S, unequal subgroups, {method}', {'kind': 'xbar-s', 'subgroups': groups, 'sigma': method}, {'sigma': float(sigma), 'ucl': L([m + 3 * sigma / math.sqrt(len(g)) for g in groups])}, rel, f'definition (qcc 3.0: UWAVE-R, UWAVE-SD; Montgomery 6.31; RMSDF), numpy and {SCIPY}')

# ---- charts of counts and rare events
n = rng.integers(500, 900, 20); d = rng.binomial(n, np.clip(.03 + .01 * rng.normal(size=20), .001, 1))
p = d.sum() / n.sum(); z = (d / n - p) / np.sqrt(p * (1 - p) / n); s = np.sqrt(p * (1 - p) / n) * np.abs(np.diff(z)).mean() / D2
case('Laney p′', {'kind': 'laney-p', 'values': L(d), 'sizes': L(n)}, {'centre': float(p), 'points': L(d / n), 'lcl': L(np.maximum(0, p - 3 * s)), 'ucl': L(p + 3 * s)}, 1e-9, 'definition, numpy')
t = np.round(rng.exponential(30, 15), 2)
case('t chart, exponential quantiles', {'kind': 't', 'values': L(t), 'limitForm': 'probability'}, {'centre': float(stats.expon.median(scale=t.mean())), 'lcl': float(stats.expon.ppf(stats.norm.sf(3), scale=t.mean())), 'ucl': float(stats.expon.isf(stats.norm.sf(3), scale=t.mean()))}, 1e-9, SCIPY)

# ---- capability
x = np.round(rng.normal(10, .5, 60), 3); mu, so, sw = x.mean(), x.std(ddof=1), np.abs(np.diff(x)).mean() / D2
a = ((mu - 10.2) / so) ** 2; df = 60 * (1 + a) ** 2 / (1 + 2 * a); cpm = 2.5 / 6 / math.sqrt(so ** 2 + (mu - 10.2) ** 2); ppk = min(mu - 8.8, 11.3 - mu) / 3 / so
half = stats.norm.ppf(.975) * math.sqrt(1 / 540 + ppk ** 2 / 118); ppm = 1e6 * (stats.norm.cdf((8.8 - mu) / sw) + stats.norm.sf((11.3 - mu) / sw))
case('indices, intervals, ppm and Z.bench', {'kind': 'capability', 'values': L(x), 'spec': {'lsl': 8.8, 'target': 10.2, 'usl': 11.3}},
     {'cp': 2.5 / 6 / sw, 'ppk': ppk, 'cpm': cpm, 'intervals': {'ppk': [ppk - half, ppk + half], 'pp': L(2.5 / 6 / so * np.sqrt(stats.chi2.ppf([.025, .975], 59) / 59)), 'cpm': L(cpm * np.sqrt(stats.chi2.ppf([.025, .975], df) / df))},
      'ppm': {'within': {'total': float(ppm)}}, 'zBench': {'within': float(stats.norm.isf(ppm / 1e6))}}, 1e-9, f'definitions (Kane, Bissell, Boyles), {SCIPY}')
cv2 = mp.mpf('1.649982656798436042116') / 59
nu = mp.findroot(lambda v: 1 / (2 / v * mp.gammaprod([(v + 1) / 2] * 2, [v / 2] * 2)) - 1 - cv2, 30)
case('degrees of freedom of the median moving range', {'kind': 'capability', 'values': L(x), 'sigma': 'median-mr', 'spec': {'usl': 11.3}}, {'sigmaWithin': float(np.median(np.abs(np.diff(x))) / (math.sqrt(2) * stats.norm.ppf(.75))), 'dfWithin': float(nu)}, 1e-9, f'mpmath with 30 digits, {SCIPY}')
xv = np.clip(np.round(rng.normal(5, 2, 40), 3), 3, 8); below, above = [int(i) for i in np.where(xv <= 3)[0]], [int(i) for i in np.where(xv >= 8)[0]]; inside = np.setdiff1d(np.arange(40), below + above)
def nll(q): return -(stats.norm.logpdf(xv[inside], q[0], math.exp(q[1])).sum() + len(below) * stats.norm.logcdf(3, q[0], math.exp(q[1])) + len(above) * stats.norm.logsf(8, q[0], math.exp(q[1])))
best = optimize.minimize(nll, optimize.minimize(nll, [5, .7], method='Nelder-Mead', options=dict(xatol=1e-11, fatol=1e-13, maxiter=9999)).x, method='BFGS', options=dict(gtol=1e-10)).x
case('censored on both sides', {'kind': 'censored', 'values': L(xv), 'below': below, 'above': above}, {'mean': float(best[0]), 'sigma': math.exp(best[1])}, 1e-6, f'maximum likelihood, {SCIPY} optimize')
few = {'values': [7.5, 4.45, 4.46, 6.85], 'below': [0], 'above': [3]}
f2 = lambda q: -(stats.norm.logpdf([4.45, 4.46], q[0], math.exp(q[1])).sum() + stats.norm.logcdf(7.5, q[0], math.exp(q[1])) + stats.norm.logsf(6.85, q[0], math.exp(q[1])))
best = optimize.minimize(f2, optimize.minimize(f2, [5, 0], method='Nelder-Mead', options=dict(xatol=1e-12, fatol=1e-14, maxiter=9999)).x, method='BFGS', options=dict(gtol=1e-11)).x
case('a bound hundreds of σ from two values close together', {'kind': 'censored', **few}, {'mean': float(best[0]), 'sigma': math.exp(best[1])}, 1e-6, f'maximum likelihood, {SCIPY} optimize')
accept = lambda y: stats.norm.cdf((2.5 - .56 - y) / .4) - stats.norm.cdf((-2 + .56 - y) / .4)
risk = lambda f, u, v: integrate.quad(f, u, v, epsabs=1e-14, limit=200)[0]
case('guard band and risks', {'kind': 'acceptance', 'spec': {'lsl': -2, 'usl': 2.5}, 'uncertainty': .8, 'factor': .7, 'process': {'mean': .4, 'sigma': 1.1}},
     {'lower': -1.44, 'upper': 1.94, 'consumerRisk': risk(lambda y: stats.norm.pdf(y, .4, 1.1) * accept(y), -12, -2) + risk(lambda y: stats.norm.pdf(y, .4, 1.1) * accept(y), 2.5, 12), 'producerRisk': risk(lambda y: stats.norm.pdf(y, .4, 1.1) * (1 - accept(y)), -2, 2.5)}, 1e-9, f'{SCIPY} integrate')

# ---- distributions
q = [0, .00135, .1, .25, .5, .6827, .9, .99865, 1]
x = np.round(rng.normal(800, 2, 37), 2)
for style, method in (('6', 'weibull'), ('7', 'linear'), ('8', 'median_unbiased')):
    case(f'quantiles, type {style}', {'kind': 'distribution', 'values': L(x), 'quantiles': q, 'quantileType': style}, {'quantiles': L(np.quantile(x, q, method=method))}, 1e-12, f'numpy {np.__version__} quantile, method {method}')
a2, pv = normal_ad(x)
case('Anderson–Darling', {'kind': 'distribution', 'values': L(x)}, {'normality': {'a2': float(a2), 'p': float(pv)}}, 1e-8, f'{SM} normal_ad')
many = np.round(rng.normal(5, 1, 620), 2); a2, pv = normal_ad(many)
case('Anderson–Darling of more than 500 values, all of them', {'kind': 'distribution', 'values': L(many), 'mostTested': 1000}, {'normality': {'used': 620, 'a2': float(a2), 'p': float(pv)}}, 1e-8, f'{SM} normal_ad')
case('Anderson–Darling of two values only', {'kind': 'distribution', 'values': [0] * 499 + [1]}, {'normality': {'p': 0}}, 0, 'the formula of D’Agostino & Stephens turns upwards beyond A² 153; p does not', 1e-12)
case('a value on the border leaves no A²', {'kind': 'distribution', 'values': [0, 1, 2, 3, 4, 5, 6, 7]}, {'fits': [{'id': 'normal'}, {'id': 'folded', 'andersonDarling': None}]}, 0, 'ln F(0) = −∞ for the folded normal')
for name, y in (('Weibull', rng.weibull(1.7, 50) * 4), ('gamma', rng.gamma(3.2, 2., 50)), ('small', rng.weibull(.7, 60) * 1e-3)):
    y = np.array([float(f'{v:.4g}') for v in y]); ly = np.log(y)
    k = optimize.brentq(lambda k: np.sum(y ** k * ly) / np.sum(y ** k) - 1 / k - ly.mean(), .05, 50, xtol=1e-14); scale = np.mean(y ** k) ** (1 / k)
    g = optimize.brentq(lambda a: np.log(a) - special.digamma(a) - np.log(y.mean()) + ly.mean(), .01, 1e4, xtol=1e-14)
    w, gd, ln = stats.weibull_min(k, scale=scale), stats.gamma(g, scale=y.mean() / g), stats.lognorm(ly.std(ddof=1), scale=math.exp(ly.mean()))
    o = np.sort(y); i = np.arange(1, len(y) + 1); ad = lambda f: float(-len(y) - np.mean((2 * i - 1) * (f.logcdf(o) + f.logsf(o[::-1]))))
    logs = [mp.log(mp.mpf(repr(float(v)))) for v in y]; centred = [v - sum(logs) / len(logs) for v in logs]
    def slope(l):
        tr = [mp.expm1(l * c) / l for c in centred]; dt = [(mp.exp(l * c) * c - b) / l for c, b in zip(centred, tr)]; m = sum(tr) / len(tr)
        return sum((b - m) * c for b, c in zip(tr, dt))
    lam = float(mp.findroot(slope, stats.boxcox_normmax(y, method='mle')))
    top = float(f'{2 * y.max():.4g}')
    case(f'fits and Box–Cox, {name}', {'kind': 'distribution', 'values': L(y), 'spec': {'usl': top}},
         {'boxCox': {'lambda': lam, 'logLikelihood': float(stats.boxcox_llf(lam, y))}, 'fits': [{'id': 'normal'}, {'id': 'lognormal', 'parameters': {'mu': float(ly.mean()), 'sigma': float(ly.std(ddof=1))}, 'logLikelihood': float(ln.logpdf(y).sum()), 'andersonDarling': ad(ln)}, {'id': 'folded'},
          {'id': 'weibull', 'parameters': {'shape': k, 'scale': float(scale)}, 'logLikelihood': float(w.logpdf(y).sum()), 'andersonDarling': ad(w), 'capability': {'high': float(w.isf(stats.norm.sf(3))), 'ppm': {'above': float(1e6 * w.sf(top))}}},
          {'id': 'gamma', 'parameters': {'shape': g, 'scale': float(y.mean() / g)}, 'logLikelihood': float(gd.logpdf(y).sum()), 'andersonDarling': ad(gd), 'capability': {'high': float(gd.isf(stats.norm.sf(3)))}}]}, 1e-9, f'likelihood equations and densities, {SCIPY}; λ mpmath')

close = [mp.mpf(v) for v in ('51.12', '51.58', '51.31', '51.44', '51.02')]; mean = sum(close) / 5; gap = mp.log(mean) - sum(map(mp.log, close)) / 5
k = mp.findroot(lambda k: mp.log(k) - mp.digamma(k) - gap, 1 / (2 * gap))
case('gamma fit of values close together', {'kind': 'distribution', 'values': L(close)}, {'fits': [{'id': 'normal'}, {'id': 'lognormal'}, {'id': 'folded'}, {'id': 'weibull'}, {'id': 'gamma', 'parameters': {'shape': float(k), 'scale': float(mean / k)}, 'logLikelihood': float(sum((k - 1) * mp.log(v * k / mean) - v * k / mean - mp.loggamma(k) - mp.log(mean / k) for v in close))}]}, 1e-10, 'mpmath with 30 digits')

# ---- tests
case('autocorrelation and runs', {'kind': 'sequence', 'values': L(x[:36]), 'lags': 4, 'replicates': 99}, {'autocorrelation': L(sm.tsa.acf(x[:36], nlags=4, fft=False)[1:]), 'runs': dict(zip(('z', 'p'), L(__import__('statsmodels.sandbox.stats.runs', fromlist=['x']).runstest_1samp(x[:36], cutoff='median', correction=False))))}, 1e-9, f'{SM} acf, runstest_1samp')
values, labels = [], []
for i, m in enumerate((9, 14, 6)):
    values += L(np.round(rng.normal(5 + .5 * i, 1 + .5 * i, m), 1)); labels += [f'g{i}'] * m
parts = [np.array([v for v, l in zip(values, labels) if l == f'g{i}']) for i in range(3)]; we, kw = anova_oneway(parts, use_var='unequal', welch_correction=True), stats.kruskal(*parts)
case('Welch and Kruskal–Wallis with ties', {'kind': 'compare', 'values': values, 'groups': labels}, {'welch': {'f': float(we.statistic), 'df1': 2, 'df2': float(we.df_denom), 'p': float(we.pvalue)}, 'kruskalWallis': {'h': float(kw.statistic), 'p': float(kw.pvalue)}}, 1e-9, f'{SM} anova_oneway; {SCIPY} kruskal')
table = rng.integers(1, 30, (3, 4)); ch = stats.chi2_contingency(table, correction=False)
case('χ² of a table', {'kind': 'chi-square', 'table': table.tolist()}, {'chi2': float(ch.statistic), 'df': int(ch.dof), 'p': float(ch.pvalue), 'smallestExpected': float(ch.expected_freq.min())}, 1e-9, f'{SCIPY} chi2_contingency')
p = np.round(rng.uniform(size=12) ** 3, 4); p[3] = p[7]
case('Benjamini–Hochberg with ties', {'kind': 'false-discovery', 'p': L(p)}, {'q': L(multipletests(p, method='fdr_bh')[1])}, 1e-12, f'{SM} multipletests')
import pandas as pd, statsmodels.formula.api as smf
y = np.round(rng.normal(size=(8, 1, 1)) * 2 + rng.normal(size=(1, 3, 1)) * .3 + rng.normal(size=(8, 3, 1)) * .3 + rng.normal(size=(8, 3, 2)) * .4, 3)
frame = pd.DataFrame([(i, j, y[i, j, k]) for i in range(8) for j in range(3) for k in range(2)], columns=['p', 'o', 'y'])
ms = sm.stats.anova_lm(smf.ols('y ~ C(p) * C(o)', frame).fit()); m = ms['mean_sq']; rep, mi = m['Residual'], m['C(p):C(o)']
inter, op, pa = max(0, (mi - rep) / 2), max(0, (m['C(o)'] - mi) / 16), (m['C(p)'] - mi) / 6
case('gauge R&R by ANOVA, interaction kept', {'kind': 'gauge', 'values': L(frame.y), 'parts': [f'p{v}' for v in frame.p], 'operators': [f'o{v}' for v in frame.o], 'alpha': 1, 'tolerance': 8},
     {'interactionP': float(ms['PR(>F)']['C(p):C(o)']), 'components': {'repeatability': {'sigma': math.sqrt(rep)}, 'interaction': {'sigma': math.sqrt(inter)}, 'operator': {'sigma': math.sqrt(op)}, 'part': {'sigma': math.sqrt(pa)}, 'gauge': {'contribution': 100 * (rep + inter + op) / (rep + inter + op + pa), 'tolerance': 600 * math.sqrt(rep + inter + op) / 8}}}, 1e-8, f'{SM} anova_lm')

case('gauge R&R against the tolerance at 5.15σ', {'kind': 'gauge', 'values': L(frame.y), 'parts': [f'p{v}' for v in frame.p], 'operators': [f'o{v}' for v in frame.o], 'alpha': 1, 'tolerance': 8, 'spread': 5.15}, {'components': {'gauge': {'tolerance': 515 * math.sqrt(rep + inter + op) / 8}}}, 1e-8, f'{SM} anova_lm; 5.15σ as in AIAG MSA before its 4th ed.')

with open(os.path.join(HERE, 'references.json'), 'w') as f:
    f.write('[\n' + ',\n'.join('  ' + json.dumps(c, ensure_ascii=False) for c in cases) + '\n]\n')
print(len(cases))
