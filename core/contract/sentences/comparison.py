"""Sentences about comparing models and numbers of labels."""

SENTENCES = {
    "compare-one-model": "--model names {models} model(s): name at least two, the first is what the others are compared with",
    "compare-better": (
        "{better} is better than {other}: its mean recall is higher by {difference} percentage points (interval {low} to {high}), on"
        " {patches} patches in {groups} groups."
    ),
    "compare-alike": (
        "There is no evidence of a difference between {first} and {second}: by these {patches} patches in {groups} groups, the mean recall"
        " of {second} may be higher or lower (interval {low} to {high} percentage points)."
    ),
    "compare-picture": "Differences with their intervals, in shares of 1. Blue: the interval leaves out zero, the difference is sure.",
    "compare-paired": (
        "All models answered the same {patches} patches, and the intervals were found by drawing whole groups of patches ({groups} of"
        " them): patches of one place do not count twice."
    ),
    "compare-many": (
        "{models} models are compared with the first, so each interval is wider: one sure difference by chance alone stays unlikely."
    ),
    "compare-on-training": "These are training patches: what a model has learned by heart counts for it. Compare on the test split.",
    "compare-on-validation": (
        "These are validation patches: a model whose best epoch was chosen on them has an advantage. Compare on the test split."
    ),
    "compare-mcnemar": "if all patches were independent; where groups have several patches, trust the intervals instead",
    "compare-few-groups": (
        "The patches lie in only {groups} groups, and patches of one group tell much the same: intervals from fewer than {least} groups are"
        " too narrow."
    ),
    "compare-not-replaced": "{path} exists and is no report of 'compare', so it is not replaced: choose another output",
    "progress-curve": "Training for the curve",
    "curve-one-fold": "--folds 1 leaves nothing to train on: use 0 for the test split of the set, or at least 2",
    "curve-no-start": "no curve is asked for: name start weights with --start or --head-only",
    "curve-one-size": "a curve needs at least two sizes: name more with --sizes, or add --whole",
    "curve-sizes-left-out": "no class has so many training patches (at most {most}), so these sizes are left out: {sizes}",
    "curve-too-few-patches": "the classes of {path} have at most {most} training patches, fewer than two sizes: choose smaller --sizes",
    "curve-resumed": "going on with {done} of {total} runs done, from {folder}",
    "curve-not-replaced": "{path} exists and is no report of 'curve', so it is not replaced: choose another output",
    "curve-still-rising": (
        "More labels still help: {name}, each doubling between {from_size} and {to_size} brought {value} points of mean recall (95 %"
        " interval {low} to {high})."
    ),
    "curve-flat": (
        "It is not sure that more labels still help: {name}, each doubling between {from_size} and {to_size} brought {value} points of mean"
        " recall (95 % interval {low} to {high})."
    ),
    "curve-best": "The best end of the curves: {percent} % mean recall with {size}, {name}.",
    "curve-picture": "Mean recall over the number of training patches. Dots: single runs; bands: 95 % intervals over {seeds} repetitions.",
    "curve-gain-words": "From measured points alone; what lies beyond the last point is not known, and nothing is extrapolated.",
    "curve-table-words": (
        "Mean recall. Small: 95 % interval over the repetitions, which with all patches differ by chance in training alone."
    ),
    "curve-no-validation": (
        "Each run saw its own labels and nothing else: no validation patches chose its epoch, and no test patch was learned from. Larger"
        " subsets hold the smaller ones."
    ),
    "curve-few-seeds": "Only {seeds} repetitions: the intervals are wide, and themselves uncertain. Use at least 5.",
    "curve-one-test": (
        "All runs were tested on the same {patches} patches: the intervals tell what other labels would have given, not other test patches."
    ),
    "curve-folds": (
        "Groups of patches took turns in {folds} folds, so that {patches} patches were tested on, none by a run that knew its group."
    ),
}
