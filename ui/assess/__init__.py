"""Judging models and results."""
