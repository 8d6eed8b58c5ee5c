"""Models trained from QGIS: the patches they learn from, the runs, and what comes of them."""
