"""Labels of patches: the file, the dock in which they are given, and what turns other layers into them."""
