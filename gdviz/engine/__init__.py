"""Objectives, optimizers and their runs: NumPy only, no Qt, no files, no clock, no global random state."""
