"""Synthetic patches from QGIS: a generator is trained, makes patches, and a trial says whether they help."""
