"""Sentences about judging models."""

SENTENCES = {
    "evaluate-unfit": "the model {model} and the patch set {patches} differ in {name}: {theirs} against {ours}; use patches made for it",
    "evaluate-not-replaced": "{path} exists and is no report of 'evaluate', so it is not replaced: choose another output",
    "evaluate-empty": "{path} has no {split} patches: choose another --split",
    "progress-judging": "Judging",
}
