"""The functions that a script has beside those of its objective, each written where it is called."""

from __future__ import annotations

from gdviz.script.searches import ARMIJO, BETWEEN, EXACT, WOLFE

ABSOLUTE = '''
def absolute(H):
    """The symmetric matrix with the absolute values of the eigenvalues of H."""
    values, vectors = np.linalg.eigh(H)
    return (vectors * np.abs(values)) @ vectors.T
'''

DOT = '''
def dot(a, b):
    """np.dot with its sums in the order of their terms: BLAS has its own, and searches amplify rounding."""
    return sum(np.multiply.outer(left, right) for left, right in zip(a.T, b))
'''

NORM = '''
def norm(x):
    """The Euclidean length of x, scaled so that no square overflows."""
    scale = np.abs(x).max()
    return scale*np.sqrt(np.sum((x/scale)**2)) if 0 < scale < np.inf else scale
'''

LOG_SOFTMAX = '''
def log_softmax(scores):
    """The logarithms of the probabilities; the largest score is taken off, so that nothing overflows."""
    below = scores - scores.max(axis=0)
    return below - np.log(np.exp(below).sum(axis=0))
'''

SOFTMAX = '''
def softmax(scores):
    """The probabilities of the classes."""
    large = np.exp(scores - scores.max(axis=0))
    return large/large.sum(axis=0)
'''

SOFTMAX_BEND = '''
def softmax_bend(scores):
    """The second derivatives of softmax cross-entropy: p_c where c is d, less p_c p_d."""
    p = softmax(scores)
    return np.eye(len(p))[:, :, None]*p - p[:, None]*p
'''

SIGMOID = '''
def sigmoid(scores):
    """The probabilities 1/(1 + exp(-scores)), so that nothing overflows."""
    small = np.exp(-np.abs(scores))
    return np.where(scores >= 0, 1, small)/(1 + small)
'''

MEAN_SQUARE = '''
def mean_square(residuals):
    """The mean of the squares of all residuals, in one pass."""
    flat = residuals.ravel()
    return np.einsum("i,i", flat, flat)/flat.size
'''

APART = '''
def apart(rows, columns):
    """The places of all weights, then of the biases, in a matrix whose last column is the biases."""
    places = np.arange(rows*columns).reshape(rows, columns)
    return np.append(places[:, :-1], places[:, -1])
'''

# In the order in which they must stand.
FUNCTIONS = {
    "dot": DOT, "norm": NORM, "absolute": ABSOLUTE, "armijo": ARMIJO, "between": BETWEEN, "wolfe": WOLFE,
    "exact": EXACT, "mean_square": MEAN_SQUARE, "log_softmax": LOG_SOFTMAX, "softmax": SOFTMAX,
    "softmax_bend": SOFTMAX_BEND, "sigmoid": SIGMOID, "apart": APART,
}  # fmt: skip
