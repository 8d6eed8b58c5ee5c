"""Whether synthetic patches help a classifier."""
