"""Line searches for one point, as functions of a script."""

from __future__ import annotations

ARMIJO = '''
def armijo(x, p, alpha, c1, shrink, most_probes):
    """The first of the lengths alpha, alpha*shrink, ... that lowers f enough (Nocedal & Wright, 3.1)."""
    f0, slope = f(x), dot(p, gradient(x))
    for _ in range(most_probes if slope < 0 else 0):
        phi = f(x + alpha*p)
        if phi <= f0 + c1*alpha*slope and phi < f0:
            return alpha
        alpha = alpha*shrink
    return 0.0
'''

BETWEEN = '''
def between(low, f_low, s_low, high, f_high, s_high):
    """The next length: twice as far without a bracket, else where a cubic or parabola is lowest."""
    if np.isinf(high):
        return 2*low
    with np.errstate(all="ignore"):
        span = high - low
        parabola = -s_low*span**2/(2*(f_high - f_low - s_low*span))
        d1 = s_low + s_high - 3*(f_high - f_low)/span
        d2 = np.sign(span)*np.sqrt(d1*d1 - s_low*s_high)
        cubic = span - span*(s_high + d2 - d1)/(s_high - s_low + 2*d2)
        part = (cubic if np.isfinite(cubic) else parabola)/span
    return low + (np.clip(part, 0.1, 0.9) if np.isfinite(part) else 0.5)*span
'''

WOLFE = '''
def wolfe(x, p, alpha, c1, c2, most_probes):
    """A length that satisfies the strong Wolfe conditions (Nocedal & Wright, 3.5 and 3.6); 0 if none."""
    f0, s0 = f(x), dot(p, gradient(x))
    if not s0 < 0:
        return 0.0
    rounding = 16*np.finfo(float).eps*abs(f0)
    low, f_low, s_low = 0.0, f0, s0
    high, f_high, s_high = np.inf, np.inf, np.nan
    for _ in range(most_probes):
        if np.all(x + alpha*p == x + low*p):
            break
        phi = f(x + alpha*p)
        phi = phi if np.isfinite(phi) else np.inf
        slope = dot(p, gradient(x + alpha*p))
        if phi > min(f0 + c1*alpha*s0, f_low) + rounding or not np.isfinite(slope):
            high, f_high, s_high = alpha, phi, np.nan
        elif abs(slope) <= -c2*s0:
            return alpha
        else:
            if slope*(high - low) >= 0:
                high, f_high, s_high = low, f_low, s_low
            low, f_low, s_low = alpha, phi, slope
        alpha = between(low, f_low, s_low, high, f_high, s_high)
    return 0.0 if np.isinf(high) and f_low < f0 - rounding else low
'''

EXACT = '''
def exact(x, p, alpha, most_probes):
    """The first minimum along p that is met, by Newton's method inside a bracket; 0 if there is none."""
    f0, s0 = f(x), dot(p, gradient(x))
    if not s0 < 0:
        return 0.0
    rounding = 16*np.finfo(float).eps*abs(f0)
    low, f_low, s_low = 0.0, f0, s0
    high, f_high, s_high = np.inf, np.inf, np.nan
    bend = dot(p, dot(hessian(x), p))
    alpha = min(-s0/bend, 100*alpha) if bend > 0 else alpha
    probed = np.nan
    for _ in range(most_probes):
        if np.all(x + alpha*p == x + low*p):
            if probed == low:
                return low
            break
        phi = f(x + alpha*p)
        phi = phi if np.isfinite(phi) else np.inf
        slope, probed = dot(p, gradient(x + alpha*p)), alpha
        if phi > min(f0, f_low) + rounding or not np.isfinite(slope):
            high, f_high, s_high = alpha, phi, np.nan
            alpha = between(low, f_low, s_low, high, f_high, s_high)
            continue
        if abs(slope) <= -1e-12*s0:
            return alpha
        if slope*(high - low) >= 0:
            high, f_high, s_high = low, f_low, s_low
        low, f_low, s_low = alpha, phi, slope
        bend, span = dot(p, dot(hessian(x + alpha*p), p)), high - alpha
        step = np.clip(-slope/bend, -alpha, 100*alpha) if bend > 0 else np.nan
        inside = step*span > 0 and abs(step) < abs(span)
        alpha = alpha + step if inside else between(low, f_low, s_low, high, f_high, s_high)
    return 0.0 if np.isinf(high) and f_low < f0 - rounding else low
'''
