"""Review: the least certain cells of a map, one after another, accepted or corrected with one key."""
