"""One step of a run explained: its rule with numbers, its promise, what curvature says of it."""
