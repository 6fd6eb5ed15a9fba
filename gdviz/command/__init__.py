"""The sub-commands, one file each: what comes after `gdviz` on the command line."""
