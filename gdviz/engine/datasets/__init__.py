"""One file per data set; a new file here is found by itself."""
