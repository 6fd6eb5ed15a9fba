"""Objectives, optimizers and their runs: NumPy only, no Qt, no clock, no global random state.

The one thing that reads a file is the data set `csv`, through gdviz.table_file.
"""
