"""gdviz: see gradient descent, step by step."""

__version__ = "0.1.0"
