"""Synthetic TerraSAR-X scenes with their truth."""
