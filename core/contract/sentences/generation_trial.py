"""Sentences about trials of synthetic patches."""

SENTENCES = {
    "progress-trial": "Running the trial",
    "gan-trial-arms": "a trial compares 'none' with at least one other arm, got {arms}: change --arms",
    "gan-trial-no-size": "a trial needs a training size: give --sizes or --whole",
    "gan-trial-mixed": (
        "a trial needs patches of a known class: leave --conditional on, or name one class with --classes and add --no-learn-all"
    ),
    "gan-trial-not-replaced": "{path} exists and is no report of 'gan trial', so it is not replaced: choose another output",
    "gan-trial-resumed": "going on with {done} of {total} runs done, from {folder}",
    "gan-trial-too-few": (
        "{name} has {patches} training patch(es) in {path}, a trial needs at least {least}: label more, or choose other --classes"
    ),
    "gan-trial-short": "{name} has only {patches} training patches: where more are asked for, the trial takes these",
    "gan-trial-size-whole": "no class has more than {most} training patches: {sizes} per class become all patches",
    "gan-trial-no-test": "{path} has no test patches, on which a trial measures: make a patch set with a --test-share above 0",
    "gan-trial-not-tested": "no test patches of {names}: the trial can say nothing of them",
    "progress-pace": "Timing the trial",
    "trial-no-synthetic": "No arm of this trial learned from synthetic patches beside its counterpart without them.",
    "trial-both": "In at least one arm synthetic patches help {helped}, and harm {harmed}.",
    "trial-helps": "In at least one arm synthetic patches help {helped}. Nowhere do they surely harm.",
    "trial-harms": "In at least one arm synthetic patches harm {harmed}. Nowhere do they surely help.",
    "trial-no-effect": "No effect was found on any class: all intervals lie within {margin} points of recall.",
    "trial-no-evidence": "There is no evidence that synthetic patches help or harm any class, in {repetitions} repetitions.",
    "trial-counts": (
        "{given} verdicts: {helps} helps, {harms} harms, {no_effect} no effect, {not_enough_evidence} not enough evidence. Taken one by one, "
        "{apart} differences stand out at 5 %, where chance alone would give about {chance}; the verdicts are adjusted for being many."
    ),
    "trial-no-leak": (
        "In each repetition all arms learned from the same real patches, with the same number of steps. The generator saw these patches "
        "alone, and all were tested on real patches that no run of the trial had learned from."
    ),
    "trial-start-file": (
        "All classifiers began with {start}. If it had seen these patches before, all recalls are too high and the numbers of patches mean "
        "little: try a start that has not."
    ),
    "trial-few-seeds": "Only {repetitions} repetitions: the intervals are wide, and themselves uncertain. Use at least {enough}.",
    "trial-few-places": (
        "The test patches of {names} lie in fewer than {least} groups: their verdicts hold for these places, others may differ more."
    ),
    "trial-many": (
        "{given} verdicts in {families} families: the test is adjusted within each (Holm), so that about {chance} families would hold a "
        "false helps or harms if there were no true one."
    ),
    "trial-few-kept": (
        "{arm}, {size}: the filter kept {kept} of {wanted} patches, so that this arm learned from few synthetic ones. Lower --min-probability, "
        "raise --distance-share, or train the generator for longer."
    ),
    "trial-oversampling-none": (
        "Where every class has as many patches, oversampling draws what none draws, and its figures are those of none: {sizes}."
    ),
    "trial-collapsed": "{collapsed} of {total} generators made patches that are much alike: read about their settings before you give up.",
    "trial-verdict-words": (
        "Points of recall, mean and 95 % interval over {repetitions} repetitions. Helps or harms: surely above or below zero, adjusted for the "
        "number of classes, and over places too. No effect: surely within {margin} points of zero. Each column compares arms that differ by "
        "the synthetic patches alone."
    ),
    "trial-gains": (
        "Gain of recall by synthetic patches alone, in points. Line: 95 % interval over repetitions; ticks: over places; grey: the margin "
        "within which nothing counts."
    ),
    "trial-recalls": "Mean recall on the test patches over the number of real training patches per class.",
    "trial-recall-words": "Recall on the test patches. Small: 95 % interval over the repetitions, in percent.",
    "trial-cheaper-words": (
        "Synthetic patches cost a training of their own. Classic augmentation and oversampling cost nothing: what does not beat them is not "
        "worth the wait. Read as above."
    ),
    "trial-baseline-words": "What these arms bring over learning from the real patches as they are. Read as above.",
    "trial-score-words": (
        "A classifier that learns from unfiltered synthetic patches in place of the real ones, and is tested on real ones. What it misses, the "
        "synthetic patches do not show. Beside it the arm none, with real patches."
    ),
    "trial-made": "Synthetic patches of {arm} in the last repetition, {size}.",
    "trial-made-words": "Summed over {repetitions} repetitions.",
    "trial-steps-words": "Every classifier of a row took the same number of steps from the same start, whatever its arm added.",
    "trial-can": (
        "It can say what synthetic patches of these settings did to this classifier, with these numbers of real patches, drawn from this "
        "set, on these test patches."
    ),
    "trial-cannot": (
        "It cannot say what a longer trained generator, other settings, another network or other scenes would give, and no verdict of not "
        "enough evidence means that there is no effect: more repetitions or more test patches may show one."
    ),
}
