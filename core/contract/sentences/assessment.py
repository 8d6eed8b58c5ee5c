"""Sentences about judging models: refusals, and what a report says of the figures and of how far to believe them."""

SENTENCES = {
    "evaluate-unfit": "the model {model} and the patch set {patches} differ in {name}: {theirs} against {ours}; use patches made for it",
    "evaluate-not-replaced": "{path} exists and is no report of 'evaluate', so it is not replaced: choose another output",
    "evaluate-empty": "{path} has no {split} patches: choose another --split",
    "evaluate-synthetic": (
        "{count} {split} patch(es) of {path} are synthetic, and a model is judged by real ones alone: give a patch set of real patches"
    ),
    "progress-judging": "Judging",
    "verdict-mean-recall": "It finds {percent} % of each class on average.",
    "verdict-interval": "In other places of this kind: {low} to {high} % (95 % interval).",
    "verdict-rough-interval": "In other places of this kind: roughly {low} to {high} % (95 % interval, but from only {groups} places).",
    "verdict-best-and-worst": "Best at {best} ({best_percent} % found), weakest at {worst} ({worst_percent} % found).",
    "verdict-confusion": "Most frequent error: {count} of {total} patches of {truth} were taken for {answer}.",
    "verdict-no-error": "No patch was taken for another class.",
    "belief-alarm": "Can this be believed? Not as it stands",
    "belief-caution": "Can this be believed? With care",
    "belief-good": "Can this be believed? Nothing was found that speaks against it",
    "seen-training-split": "The model was trained on these very patches: the figures tell what it remembers, not what it will do elsewhere.",
    "seen-validation-split": "These patches chose the model's best epoch and its temperature, so the figures flatter it. Judge it on test patches.",
    "seen-held-out": "The model's card names this patch set, and its test patches took no part in the training.",
    "seen-no-record": "The model's card does not say what it was trained on: whether it has seen these patches cannot be checked.",
    "seen-unchecked": "The model was trained on another patch set. Whether that one shows the same ground was not checked: name it with --trained-on.",
    "seen-other-set": "{name} is not the patch set that the model's card names, or has changed since: what was checked holds for {name} only.",
    "seen-train-overlap": "{count} of the {patches} patches show ground that the model was trained on (patch set {name}): the figures flatter it.",
    "seen-validation-overlap": "{count} of the {patches} patches show ground that chose the model's best epoch (validation patches of {name}).",
    "seen-nothing": "No patch shows ground of {name}, which the model was trained on.",
    "seen-nothing-equal": "No patch equals one of {name}, which the model was trained on; where the patches lie is unknown, so overlaps are too.",
    "belief-guessing": "By Cohen's kappa ({kappa}) the answers cannot be told from guessing.",
    "belief-synthetic": "{count} of the {patches} patches were made by a generator: they say nothing about real scenes.",
    "belief-one-group": "All patches come from one place, so no interval can be given: another place may give quite different figures.",
    "belief-few-groups": "The patches come from only {groups} places: intervals over so few are rough.",
    "belief-groups": "The patches come from {groups} separate places, and the intervals respect that.",
    "belief-groups-alone": "Every patch counts as a place of its own. If some show the same ground, the intervals are too narrow.",
    "belief-class-empty": "No patch is of {names}: nothing is known about how the model does there.",
    "belief-class-few-groups": "Few places (fewer than {least}) hold {names}: their intervals are not reliable (marked ~).",
    "belief-never-answered": "The model never answered {names}.",
    "belief-one-scene": "All patches come from one scene: how the model does on another one is unknown.",
    "belief-few-scenes": "The patches come from {scenes} scenes: the intervals speak of other places in such scenes, not of scenes of another kind.",
    "belief-scenes-differ": "Scenes differ much: mean recall from {low} % ({worst}) to {high} % ({best}). Expect the same of the next scene.",
    "belief-no-temperature": "The confidence was never calibrated (no validation patches in training): do not read it as a probability.",
    "belief-too-sure": "The model is too sure of itself: confidence {confidence} % on average, but {accuracy} % of the answers are right.",
    "belief-too-modest": "The model is too modest: confidence {confidence} % on average, and {accuracy} % of the answers are right.",
    "belief-calibrated": "Confidence can be read as a probability: it is off by {ece} points on average.",
    "belief-common-classes": "Accuracy ({accuracy} %) and mean recall ({recall} %) lie apart: common classes weigh more in the accuracy.",
    "belief-child-worse": "The model's card says that it did worse than the model it was trained from.",
    "report-confidence": (
        "The confidence lies {after} points from the share of right answers on average (before the temperature of {temperature}: {before}). "
        "Chance alone would give {chance} with so many patches."
    ),
    "report-classes": (
        "Below each figure its 95 % interval; ~ where too few places stand behind it. No interval: all places agree, or there is only one."
    ),
    "report-confusion": (
        "Rows are the truth, columns the model's answers: number of patches, and their share of the row. A perfect model fills the diagonal."
    ),
    "report-reliability": "On the dashed line confidence is what it says. Larger dots hold more patches; the bars below count them.",
    "report-coverage": "What remains good when the unsure answers are dropped: choose the least confidence that is good enough for you.",
    "report-thresholds": "Answers below the least confidence are dropped, as classify does with --min-confidence.",
    "report-wrong": (
        "The errors the model was surest of, worst first, at most {most} of a kind. Look at the labels too: some such errors are wrong labels. "
        "The number finds the patch in the set's index.gpkg. Grey runs from {window} in every patch."
    ),
    "report-examples": (
        "Right answers from sure to unsure, then the surest wrong ones. What is red was taken for something else. "
        "Grey runs from {window} in every patch, as the model sees it."
    ),
    "report-wrong-title": "The worst errors, {window}",
    "report-examples-title": "Right and wrong answers of each class, {window}",
    "report-term-recall": "Share of the patches of a class that the model finds; its mean counts every class alike, however rare.",
    "report-term-precision": "Share of right ones among the model's answers of a class. F1 is the harmonic mean of recall and precision.",
    "report-term-kappa": "Agreement beyond chance: 0 for guessing, 1 for a perfect model (Cohen 1960).",
    "report-term-interval": (
        "In 95 of 100 other draws of places like these the figure would lie within. Places are drawn, not patches, because patches of one "
        "place resemble each other (bootstrap over groups, Student's t)."
    ),
    "report-term-calibration": "Mean gap between confidence and share of right answers, over 15 bins of confidence (Guo et al. 2017).",
    "report-term-chance": "The calibration error that a perfectly calibrated model would show with so many patches.",
}
