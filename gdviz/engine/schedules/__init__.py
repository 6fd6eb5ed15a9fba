"""One file per schedule; a new file here is found by itself."""
