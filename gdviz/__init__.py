"""gdviz: see gradient descent, step by step."""

import os

# Read by NumPy's BLAS when it is loaded. One thread: the sums over samples then have the same bits on any
# number of processors, and no step waits for a thread that a busy machine does not run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
