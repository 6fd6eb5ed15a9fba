"""One file per loss; a new file here is found by itself."""
