"""One file per model; a new file here is found by itself."""
