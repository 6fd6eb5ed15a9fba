"""Methods that choose a direction and then search along it."""
