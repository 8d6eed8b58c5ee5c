"""Figures of a classifier, how far they can be believed, and the report that tells them."""
