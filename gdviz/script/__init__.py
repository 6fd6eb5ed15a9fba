"""Scenarios as short Python programs, for NumPy or PyTorch, that take the same path without gdviz."""
