"""Sentences about comparing models and numbers of labels."""

SENTENCES = {
    "compare-one-model": "--model names {models} model(s): name at least two, the first is what the others are compared with",
    "compare-better": (
        "{better} is better than {other}: its mean recall is higher by {difference} (interval {low} to {high}), on {patches} patches in"
        " {groups} groups."
    ),
    "compare-alike": (
        "There is no evidence of a difference between {first} and {second}: on {patches} patches in {groups} groups, the mean recall of"
        " {second} may be higher or lower (interval {low} to {high})."
    ),
    "compare-few-groups": (
        "the patches lie in only {groups} groups, and patches of one group tell much the same: intervals from fewer than {least} groups are"
        " too narrow"
    ),
    "compare-not-replaced": "{path} exists and is no report of 'compare', so it is not replaced: choose another output",
}
