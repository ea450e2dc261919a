"""Distribution functions and quantiles by their definitions, in the digits of mpmath that the caller sets."""
from mpmath import betainc, gammainc, inf, linspace, mpf, ncdf, npdf, quad

def chi_cdf(x, v): return gammainc(mpf(v) / 2, 0, mpf(x) / 2, regularized=True)
def chi_sf(x, v): return gammainc(mpf(v) / 2, mpf(x) / 2, inf, regularized=True)
def bisect(f, lo, hi):
    lo, hi = mpf(lo), mpf(hi)
    for _ in range(110):
        m = (lo + hi) / 2
        if f(m) < 0: lo = m
        else: hi = m
    return (lo + hi) / 2
def chi_q(p, v): return bisect(lambda x: chi_cdf(x, v) - p, 0, 10 * v + 300)
def beta_cdf(x, a, b): return betainc(a, b, 0, x, regularized=True)
def beta_q(p, a, b): return bisect(lambda x: beta_cdf(x, a, b) - p, 0, 1)
def f_sf(x, a, b): return beta_cdf(mpf(b) / (b + mpf(a) * x), mpf(b) / 2, mpf(a) / 2)
def t_sf(t, v):
    q = beta_cdf(mpf(v) / (v + mpf(t) ** 2), mpf(v) / 2, mpf(1) / 2) / 2
    return q if t >= 0 else 1 - q
def t_q(p, v): return bisect(lambda x: (1 - t_sf(x, v)) - p, -2000, 2000)
def range_cdf(w, n): return n * quad(lambda x: npdf(x) * (ncdf(x + w) - ncdf(x)) ** (n - 1), linspace(-12, 12, 13))
