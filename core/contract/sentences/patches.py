"""Sentences about labels, patches and splits."""

SENTENCES = {
    "patches-split-shares": "validation share {validation} and test share {test} are more than 1 together: lower one of them",
    "patches-one-label-file-per-scene": "{scenes} scene(s) but {labels} label file(s): give one label file per scene",
    "patches-one-optical-per-scene": "{scenes} scene(s) but {optical} optical image(s): give one per scene, or none",
    "patches-missing": "the patch set {path} does not exist: check the path",
    "patches-not-a-set": "{path} is not a whole patch set: {part} is missing; make it again with 'echopatch patches'",
    "patches-too-new": (
        "{path} was written by a newer Echopatch (patch set version {theirs}, this one reads up to {ours}): update Echopatch"
    ),
    "patches-part-broken": "{part} in {path} cannot be used: {reason}; copy or make the patch set again",
    "patches-class-differs": (
        "in {path} the patch {patch} has the label {label}, which is {means}, but the class {name}: correct the one that is wrong"
    ),
    "patches-leak": (
        "patches of one place sit on both sides of the split ({overlaps} pair(s) of overlapping patches, {groups} group(s) in more than "
        "one split; groups {names}): make the set again, or correct the split in its index"
    ),
    "patches-folds-few-groups": (
        "{path} has {groups} group(s) of patches that must stay together, less than {folds} folds: ask for fewer folds, or label more places"
    ),
    "patches-none": "no patch is left to write: see the warnings for what was left out and why",
    "patches-not-replaced": "{path} exists and is not a patch set, so it is not replaced: choose another output",
    "patches-none-labelled": (
        "no window of a patch's size is covered enough by one class: lower --min-cover, take smaller patches, or label larger areas"
    ),
    "patches-scene-twice": "the scene {scene} is named twice: name each scene once, with all its labels in one file",
    "patches-scene-small": (
        "{scene} has {rows} x {columns} pixels at the pixel size of the patches, less than a patch of {patch_px}: "
        "choose a smaller --patch-px or --patch-pixel-size-m"
    ),
    "patches-labels-unreadable": "the labels {path} cannot be read ({reason}): give a vector file such as a GeoPackage",
    "patches-label-field": "the labels {path} have no field '{field}' (they have: {fields}): name the one with the class in --label-field",
    "patches-label-layers": "{path} has several layers ({layers}) and none is called labels: name one as {path}{mark}NAME",
    "patches-labels-none": "the labels {path} hold no polygon with a class: give polygons whose label field is filled in",
    "patches-labels-bad-geometry": "{count} label(s) in {path} left out: not polygons, empty, or with outlines that cross themselves",
    "patches-labels-without-class": "{count} polygon(s) in {path} left out: their field '{field}' is empty or 0",
    "patches-labels-crs": "the labels {path} have no coordinate reference system but the scene has one: give them the right one in a GIS",
    "patches-scene-crs": (
        "the scene of the labels {path} has no coordinate reference system: draw its labels in pixel coordinates (x = column, y = -row), "
        "without a CRS"
    ),
    "patches-labels-outside": "no label of {path} lies in the scene {scene}: give the labels of this scene, and check their CRS",
    "patches-codes-as-legend": (
        "the field '{field}' holds bare numbers from 1 to 7: they are taken for the codes of the default legend (1 Settlements to 7 "
        "Water bodies); use names if you mean something else"
    ),
    "patches-channels-differ": (
        "{first} has the bands {first_bands}, {scene} has {bands}: choose the same bands of all scenes with --bands, or cut separate sets"
    ),
    "patches-mixed-polarisation": "scenes of HH and of VV are mixed: the channel is called co, for either co-polarisation",
    "patches-optical-unreadable": "the optical image {path} cannot be read ({reason}): give a GeoTIFF or another raster",
    "patches-optical-bands": "the optical image {path} has {bands} band(s) of type {dtype}: give red, green and blue with 8 bits each",
    "patches-optical-crs": "the optical image {path} has no coordinate reference system: georeference it first",
    "patches-optical-needs-crs": "the scene of the optical image {path} has no coordinate reference system: cut without --optical",
    "patches-optical-cover": (
        "the optical image {path} covers only {percent} % of the patch at row {row}, column {column}: give a larger image, or remove the "
        "labels outside it"
    ),
    "patches-at-split-border": (
        "{count} of {total} patches overlap a patch on another side of the split and were left out; with a stride of the patch size, or "
        "a larger --block-m, fewer are"
    ),
    "patches-ties-and-conflicts": (
        "{ties} window(s) left out because two classes cover them equally, {conflicts} because labels of different classes overlap there"
    ),
    "patches-too-little-data": "{count} labelled window(s) left out: too little of them holds data (--min-valid)",
    "patches-clipped": "{percent} % of the pixels lie outside {floor_db} to {ceiling_db} dB and were clipped: check quantity and calibration",
    "patches-class-empty": "no patch has the class {classes}: a model trained on this set cannot know it",
    "patches-split-lacks": ("the {split} part has no patch of {classes}: label more places, or try another --block-m or other shares"),
    "progress-cutting": "Cutting patches",
    "patches-part-changed": "{part} in {path} has changed since the set was written: copy or make the patch set again",
    "patches-table-unreadable": "the table {path} cannot be read ({reason}): save it as CSV in UTF-8",
    "patches-table-columns": "the table {path} has no column {lacking} (it has: {columns}): write path,label[,group][,split][,optical]",
    "patches-table-ignored": "the columns {columns} of {path} are not used; known are {known}",
    "patches-table-empty": "the table {path} has no rows: list one chip per row",
    "patches-chip-without-path": "line {line} of {table} names no file",
    "patches-chip-without-label": "line {line} of {table}: {path} has no label (empty, or 0, which is never a class)",
    "patches-chip-split": "line {line} of {table}: unknown split '{split}', use one of {known}",
    "patches-chip-partly": "line {line} of {table} has no {column} but others have: fill it in for every chip, or for none",
    "patches-chip-missing": "line {line} of {table}: {file} does not exist; paths are relative to the table",
    "patches-chip-unreadable": "line {line} of {table}: {file} cannot be read ({reason}): use png, jpg, tif or npy",
    "patches-chip-shape": ("line {line} of {table}: {path} has the shape {shape}; rows x columns or channels x rows x columns are needed"),
    "patches-chip-complex": "line {line} of {table}: {path} is complex, so --chip-scale must be amplitude, not {scale}",
    "patches-chip-empty": "line {line} of {table}: {path} holds no data where the patch is taken",
    "patches-chip-small": "line {line} of {table}: {path} has {size} pixels, less than a patch of {patch_px}",
    "patches-chip-channels": "line {line} of {table}: {path} has {channels} channel(s), the first chip has {expected}",
    "patches-chip-bands": "{path} has {channels} channel(s), but --chip-bands names {bands}: name one for each",
    "patches-chip-optical": "line {line} of {table}: {optical} is not an image of red, green and blue with 8 bits each",
    "patches-chip-optical-shape": (
        "line {line} of {table}: the optical image of {path} has {optical} pixels, the chip {size}: they must show the same ground"
    ),
    "patches-groups-unknown": (
        "{count} of {total} chips have no group, so chips that overlap may sit on both sides of the split and make the test look too good: "
        "add a column group that is equal for chips of one place"
    ),
    "patches-duplicates": "{count} chip(s) equal an earlier one pixel by pixel; equal chips stay on one side of the split",
    "patches-chips-cropped": "{count} chip(s) were cropped at their centre to {patch_px} x {patch_px} pixels",
    "progress-importing": "Importing chips",
    "progress-describing": "Reading patches",
    "progress-checking": "Checking files",
}
