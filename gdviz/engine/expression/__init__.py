"""Formulas and update rules as text: read into trees, worked out, differentiated, written for people."""
