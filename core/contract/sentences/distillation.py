"""Sentences about learning from a teacher."""

SENTENCES = {
    "distil-nothing-to-learn-from": "--labels none with --teacher-weight 0 leaves nothing to learn from: raise the weight, or give labels",
    "distil-added-unlabelled": "--labels none lets the teacher name every patch, --add brings patches whose class is given: use one of them",
    "distil-added-optical": (
        "synthetic patches have no optical image for the teacher {path} to look at: leave out --add, or let a radar model teach"
    ),
    "distil-teacher-not-finite": "the teacher {path} holds or answers values that are no numbers: train it again, with a smaller learning rate",
    "distil-teacher-legend": (
        "the teacher {path} has the classes {theirs}, {patches} has {ours}: bring them together with patches relabel --legend-of, "
        "or learn without labels by --labels none"
    ),
    "distil-teacher-one-class": (
        "the teacher {path} takes all training patches for '{name}': give pairs of more than one class, or a better teacher"
    ),
    "distil-teacher-of-another-set": (
        "the teacher {path} was trained on another set, or another split of this one: it may have learned from the test patches that its "
        "own figure is measured on"
    ),
    "distil-diversity-and-loss": (
        "--diversity-weight {weight} draws the answers to the frequencies that --loss {loss} takes out of them: use --diversity-weight 0, or --loss ce"
    ),
    "distil-judged-by-teacher": (
        "without labels the student is judged by the answers of {path}: the figures say how well it agrees with its teacher, not how right it is"
    ),
    "patches-no-optical": "{path} has no optical images: cut it with --optical, or import it with a column optical",
}
