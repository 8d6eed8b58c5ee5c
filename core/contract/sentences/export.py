"""Sentences about models in the formats of other programs."""

SENTENCES = {
    "export-deepness-size": (
        "{path} was trained on patches of unknown pixel size, and Deepness asks for it: use --to onnx, or train on patches of known size"
    ),
    "progress-export": "Exporting the model",
}
