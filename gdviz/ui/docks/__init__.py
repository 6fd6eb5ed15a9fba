"""The panels at the sides: each shows whole values and tells what the user's hand wants."""
