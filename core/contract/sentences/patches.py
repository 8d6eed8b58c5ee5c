"""Sentences about labels, patches and splits."""

SENTENCES = {
    "patches-split-shares": "validation share {validation} and test share {test} leave less than a tenth for training",
    "patches-one-label-file-per-scene": "{scenes} scene(s) but {labels} label file(s): give one label file per scene",
    "patches-one-optical-per-scene": "{scenes} scene(s) but {optical} optical image(s): give one per scene, or none",
    "patches-missing": "the patch set {path} does not exist: check the path",
    "patches-not-a-set": "{path} is not a whole patch set: {part} is missing; make it again with 'echopatch patches'",
    "patches-too-new": (
        "{path} was written by a newer Echopatch (patch set version {theirs}, this one reads up to {ours}): update Echopatch"
    ),
    "patches-part-broken": "{part} in {path} cannot be used: {reason}; copy or make the patch set again",
    "patches-leak": (
        "patches of one place sit on both sides of the split ({overlaps} pair(s) of overlapping patches, {groups} group(s) in more than "
        "one split): make the set again, or correct the split in its index"
    ),
    "patches-none": "no patch is left to write: see the warnings for what was left out and why",
    "patches-not-replaced": "{path} exists and is not a patch set, so it is not replaced: choose another output",
}
