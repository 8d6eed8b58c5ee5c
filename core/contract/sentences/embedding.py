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
    "features-bodies-differ": "{first} and {other} were made by different bodies: make both with one model",
    "training-patches-or-features": "give either --patches, or --head-only with --features and --labels",
    "training-features-head-only": "--features hold what a body has seen: add --head-only, or give --patches to train the body too",
    "head-only-one-label-file-per-grid": "{grids} feature grid(s) but {labels} label file(s): give one for all grids, or one per grid",
    "head-only-unused": "with --head-only these settings do nothing: {names}; leave them out",
    "head-only-half-file": "--half-file would round the body of {start}, which must stay as it is: leave it out",
    "head-only-none-labelled": "no cell of {path} gets a label: lower --min-cover, or label larger areas",
    "head-only-labels-dispute": "{cells} cell(s) left out because labels of different classes meet there",
    "head-only-fixed-penalty": "too few places to choose the penalty by: {penalty} is used, label more places or give --penalty",
    "head-only-uncalibrated": "there are too few labels to calibrate the confidence by: read it as an order, not as a probability",
    "progress-embed": "Looking at the scene",
    "progress-features": "Looking at the patches",
    "progress-labelling": "Labelling cells",
    "progress-fitting": "Fitting the head",
    "progress-waiting-for-labels": "Waiting for labels",
}
