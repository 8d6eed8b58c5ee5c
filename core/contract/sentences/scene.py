"""Sentences about scenes."""

SENTENCES = {
    "scene-incidence-twice": "give --incidence-deg or --incidence-from, not both",
    "calibrate-model-and-scale": "--scale model needs --model, and --model needs --scale model",
}
