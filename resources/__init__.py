"""Files that ship with Echopatch: models, styles."""
