"""Sentences about labels, patches and splits."""

SENTENCES = {
    "patches-split-shares": "validation share {validation} and test share {test} leave less than a tenth for training",
    "patches-one-label-file-per-scene": "{scenes} scene(s) but {labels} label file(s): give one label file per scene",
    "patches-one-optical-per-scene": "{scenes} scene(s) but {optical} optical image(s): give one per scene, or none",
}
