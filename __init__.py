"""Echopatch: patch-wise land-cover classification of TerraSAR-X scenes, in QGIS and on the command line."""

__version__ = "0.1.0"
