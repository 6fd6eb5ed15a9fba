"""What is measured along a path when it is asked for: sharpness, batch losses, rates, regimes."""
