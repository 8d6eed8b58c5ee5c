"""Sentences about learning from a teacher."""

SENTENCES = {
    "distil-nothing-to-learn-from": "--labels none with --teacher-weight 0 leaves nothing to learn from: raise the weight, or give labels",
    "distil-teacher-not-finite": "the teacher {path} holds or answers values that are no numbers: train it again, with a smaller learning rate",
    "distil-judged-by-teacher": (
        "without labels the student is judged by the answers of {path}: the figures say how well it agrees with its teacher, not how right it is"
    ),
    "patches-no-optical": "{path} has no optical images: cut it with --optical, or import it with a column optical",
}
