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
    "compare-many": "{models} models are compared with the first, so each interval is wider: one sure difference by chance alone stays unlikely.",
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
}
