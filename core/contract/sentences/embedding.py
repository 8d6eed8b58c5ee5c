"""Sentences about feature grids, and about heads that learn from them."""

SENTENCES = {
    "classify-scene-or-features": "give either --scene or --features",
    "features-missing": "the feature grid {path} does not exist: check the path",
    "features-not-a-grid": "{path} is not a whole feature grid: {part} is missing; make it again with 'echopatch embed'",
    "features-too-new": (
        "{path} was written by a newer Echopatch (feature grid version {theirs}, this one reads up to {ours}): update Echopatch"
    ),
    "features-part-broken": "{part} in {path} cannot be used: {reason}; make the feature grid again with 'echopatch embed'",
    "features-not-replaced": "{path} exists and is not a feature grid, so it is not replaced: choose another output",
    "features-other-body": (
        "{features} was made by the body of '{made_by}', the model {model} has another one: use a model with a head learned from this grid, "
        "or make a feature grid with that model"
    ),
    "features-settled": "{name} was settled as {theirs} when {features} was made: leave it out, or make another feature grid",
    "features-too-large": "the features of {model} are too large to be stored as 16-bit numbers: classify with it directly",
    "progress-embed": "Looking at the scene",
}
