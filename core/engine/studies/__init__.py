"""Studies of models: which is better, and how good one gets with more labels."""
