"""Runs that were started from dialogs: what they say, how they end, and where to look at them later."""
