"""Data problems: a model fitted to the samples of a data set."""
