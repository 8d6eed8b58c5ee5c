"""Sentences about the quality of synthetic patches."""

SENTENCES = {
    "progress-assessing": "Comparing patches",
    "quality-not-replaced": "{path} exists and is no report of 'gan assess', so it is not replaced: choose another output",
    "quality-no-synthetic": "{path} holds no synthetic patches: give a set of 'gan sample' with --synthetic",
    "quality-patch-small": "the patches of {path} have {patch_px} px: at least {least} are needed to judge texture",
    "quality-sets-differ": "{synthetic} and {patches} differ in {name}, {theirs} against {ours}: give the set that the generator learned from",
    "quality-origin-unknown": "{path} does not say what its generator learned from: all training patches are taken for that",
    "quality-other-origin": "the generator of {synthetic} learned from no patch of {patches}: give the set that it learned from",
    "quality-origin-partly": (
        "{patches} lacks {missing} of the {total} patches that the generator or its filter has seen: copies of those cannot be found"
    ),
    "quality-class-unknown": "{path} has no class '{name}', its classes are {classes}: give the set that the generator learned from",
    "quality-class-left-out": (
        "{name} is left out: {synthetic} synthetic and {training} real training patches are too few, 5 and 10 are needed"
    ),
    "quality-too-few": (
        "no class of {synthetic} can be judged: each needs {least} synthetic patches, and twice as many real training patches in {patches}"
    ),
    "quality-optical-model": "{path} looks at optical images: give a model of radar patches with --model",
    "quality-model-channels": "the model {path} takes the channels {theirs}, {patches} has {ours}: give a model of such patches with --model",
    "quality-other-quantity": "the model {model} learned from {theirs}, these patches are {ours}: its features tell less",
    "quality-copies": "Copies of training patches, of all synthetic ones: {cases}.",
    "quality-near": (
        "More patches lie near to a training patch than the 5 % of new real ones: they repeat what was learned, or are smoother than real "
        "ones. {cases}."
    ),
    "quality-alike": "Patches too much alike, MS-SSIM of pairs (real): {cases}.",
    "quality-smooth": "Speckle too smooth, looks (real): {cases}.",
    "quality-rough": "Even ground too rough, looks (real): {cases}.",
    "quality-coarse": "Texture too coarse, px of correlation (real): {cases}.",
    "quality-fine": "Texture too fine, px of correlation (real): {cases}.",
    "quality-levels": "Levels off, dB on average (among real patches): {cases}.",
    "quality-told-apart": "A SAR network tells them from real ones, kernel distance (among real patches): {cases}.",
    "quality-nothing": "Levels, speckle, texture, features, diversity and nearness to training patches are within the limits.",
    "quality-few": "Fewer than {least} patches could be compared of {names}: distances of features are rough.",
    "quality-quantity": "The network learned from {theirs}, these patches are {ours}: it may overlook differences.",
    "quality-no-held-out": (
        "Not every class has enough held-out real patches (validation and test): the level to reach is that of two halves of the training "
        "patches, which lie in the same places and so nearer to each other than new patches would."
    ),
    "quality-frechet-bias": (
        "The Frechet distance is too large for few patches, for real ones too. Compare it only with the real level beside it, which has as "
        "many patches ({patches} in all), and not with figures of other reports."
    ),
    "quality-answer-copies": "Do not use them as they are: {copies} of {patches} synthetic patches are copies, which add nothing.",
    "quality-answer-amiss": "Something is amiss in {amiss} of {classes} classes.",
    "quality-answer-one-amiss": "Something is amiss with these patches.",
    "quality-answer-good": "Nothing was found amiss.",
    "quality-more": "Whether the patches help a classifier is another question: no figure here answers it, 'echopatch gan trial' does.",
    "quality-belief": "What was found, and how far to believe it",
    "quality-table": (
        "Each figure of the synthetic patches, and small below it that of real ones: for distances the other half of the training patches, "
        "then held-out patches, measured from the same half."
    ),
    "quality-near-table": (
        "Share of synthetic patches that lie as near to a training patch as only 5 % of new real ones do, with its 95 % interval: 5 % is what "
        "new patches would have."
    ),
    "quality-sheets": (
        "Real training patches on the left, synthetic ones on the right, both spread evenly over their sets. Grey runs from {window} in every patch."
    ),
    "quality-levels-picture": "Share of the pixels by level. Equal curves: equal levels.",
    "quality-texture-picture": (
        "Correlation of the log image with itself, shifted. Where the curve falls more slowly than the real one, the texture is too coarse."
    ),
    "quality-pairs": (
        "The synthetic patches that lie nearest to a training patch: synthetic on the left, on the right the training patch, mirrored where that "
        "fits better. The number is the distance as a share "
        "of what is near: below 1 a pair is nearer than nearly all new real patches are. Copies are red."
    ),
    "quality-term-levels": "How many dB pixels must be moved on average to have the levels of real patches (Wasserstein distance).",
    "quality-term-looks": (
        "Equivalent number of looks, mean^2 / variance of power in windows of 8 x 8 px, the most frequent value: that of even ground. Higher than "
        "real: speckle was smoothed."
    ),
    "quality-term-texture": (
        "Shift in pixels along rows and columns at which the correlation of the log image has fallen to 1/e; and the mean difference of "
        "the correlations over all shifts up to a quarter of the patch."
    ),
    "quality-term-features": (
        "Distances of what a SAR-trained network sees: kernel distance (KID, no bias by the number of patches) and Frechet distance (FID)."
    ),
    "quality-term-diversity": "Mean structural similarity (MS-SSIM) of pairs of patches: 1 where all are the same.",
    "quality-term-near": (
        "Distance to the nearest training patch or its mirror images, in features and in brightness without speckle, against the same distance "
        "of real patches that are new. A copy lies within half of that in brightness."
    ),
}
