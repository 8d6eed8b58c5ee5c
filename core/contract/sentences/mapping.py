"""Sentences about classification and its results."""

SENTENCES = {
    "classify-extent-order": "--extent must be xmin ymin xmax ymax with xmin < xmax and ymin < ymax, got {extent}",
    "classify-extent-outside": "--extent {extent} holds no cell of the scene, which spans {bounds}: check it, and its coordinate system",
    "classify-area-outside": "no cell of the scene lies in the polygons of {area}; the scene spans {bounds}",
    "classify-area-unreadable": "the area {area} cannot be read as a vector file ({reason}): check the path",
    "classify-area-no-polygons": "the area {area} holds no polygons: give a vector file with polygons",
    "classify-area-unplaced": "the area {area} cannot be laid over the scene: {without} has no coordinate system",
    "classify-dense-stride": (
        "dense mode answers every {step_px} px, so --stride-px must be a multiple of {step_px}, got {stride_px}:"
        " change it, or use --mode patch"
    ),
    "classify-dense-patch": "dense mode needs patches of a multiple of {step_px} px, the model's have {patch_px}: use --mode patch",
    "classify-no-data": (
        "no cell of {scene} has enough data for an answer (at least {min_valid} of its patch): lower --min-valid, or check the scene"
    ),
    "classify-partial-version": (
        "{partial} was begun by another version of Echopatch (format {theirs}, this one continues {ours}): finish it there, or remove it"
    ),
    "classify-pixel-areas": "without a coordinate system, areas follow from the size of pixels: {row_m} x {column_m} m",
    "classify-out-of-memory": "out of memory on {device}: going on with {cells} cells at once",
    "classify-unlike-incidence": (
        "the scene's incidence angle of {scene} deg lies beyond the {model} deg that the model was trained on: trust the result less"
    ),
    "classify-unlike-looks": "the scene has {scene} looks, the model was trained on {model}: trust the result less",
    "classify-coarser-scene": (
        "the scene's pixels of {scene_m} m are coarser than the model's {model_m} m: fine texture is missing, trust the result less"
    ),
    "classify-unlike-polarisation": "the scene's band is {scene}, the model was trained on {model}: trust the result less",
    "classify-unlike-brightness": (
        "the scene's brightness lies {distance_db} dB from that of the training data (up to {most_db} dB is usual):"
        " check calibration and quantity, and trust the result less"
    ),
    "classify-smooth-coarse": (
        "cells of {stride_px} px hardly share what their patches of {patch_px} px see: smoothing over them blurs the map more than it helps"
    ),
    "classify-no-domain": (
        "{model} does not hold what {setting} needs: it was trained with fewer than {patches} validation patches, or by an older"
        " Echopatch; train it again, or say {setting} no"
    ),
    "ensemble-unfit": "{model} and {other} cannot answer together, they differ in {name}: {ours} against {theirs}",
    "ensemble-twice": "{model} is named twice: name each model of an ensemble once",
    "classify-features-one-look": "a feature grid holds one look of one model at each cell: leave out {name}, or give the scene",
    "test-time-untrained": "the model {name} was not trained with {wanted}: leave out --test-time {wanted}, or use another model",
    "progress-novelty": "Learning what is known",
    "progress-opening": "Opening scene and model",
    "progress-classify": "Classifying",
    "progress-writing": "Writing the result",
}
