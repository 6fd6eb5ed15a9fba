"""The plots: they draw frames and tell what the user's hand does on them."""
