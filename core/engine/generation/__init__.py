"""Synthetic patches: a generator that learns from real ones, what it makes, and whether that helps."""
