"""Sentences about model files and networks."""

SENTENCES = {
    "model-missing": "the model {path} does not exist: check the path",
    "model-header-broken": "{path} is not a whole .safetensors file: its header cannot be read; get the file again",
    "model-without-card": "{path} carries no Echopatch model card: use a model written by 'echopatch train'",
    "model-card-broken": "the model card of {path} is incomplete or wrong ({reason}): get the file again",
    "model-too-new": "{path} was written by a newer Echopatch (card version {theirs}, this one reads up to {ours}): update Echopatch",
    "model-weights-unfit": "the weights in {path} do not fit the network its card names ({reason}): get the file again",
    "model-answers-nothing": "the model {path} opens, but its answer to a grey patch is no number: get the file again, or train anew",
    "model-channels": "the model has {model_channels} channel(s) ({names}), the scene gives {scene_channels}: choose bands with --bands, or another model",
    "model-not-for-radar": "{path} looks at {modality} images and cannot map a radar scene: give the student that it taught",
    "model-start-only": "{path} was trained on patches of unknown pixel size: it can start a training, not classify a scene",
    "progress-model-info": "Opening the model",
}
