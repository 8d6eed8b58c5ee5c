"""Sentences about classification and its results."""

SENTENCES = {
    "classify-extent-order": "--extent must be xmin ymin xmax ymax with xmin < xmax and ymin < ymax, got {extent}",
}
