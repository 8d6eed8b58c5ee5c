"""Sentences about labels, patches and splits."""

SENTENCES = {
    "patches-split-shares": "validation share {validation} and test share {test} are more than 1 together: lower one of them",
    "patches-one-label-file-per-scene": "{scenes} scene(s) but {labels} label file(s): give one for all scenes, or one per scene",
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
    "patches-synthetic-held-out": (
        "{count} synthetic patch(es) are for validation or test, where only real ones tell anything: give them the split train in the set's index"
    ),
    "patches-merge-synthetic": (
        "{path} holds synthetic patches, which are not joined with others: give each such set to training, with --add"
    ),
    "added-real": "{path} holds {count} real patch(es), --add takes synthetic sets only: join real ones with 'echopatch patches merge'",
    "added-differ": (
        "{path} and {patches} differ in {name}, {theirs} against {ours}: add synthetic patches of a generator that learned from such patches"
    ),
    "added-legend": "{path} has the class {name}, the real patches have {classes}: bring both to one legend with 'echopatch patches relabel'",
    "added-leak": (
        "the generator of {path} learned from {count} validation or test patch(es) of {patches}, which would look known and make the figures "
        "too good: train a generator on the training patches of this set"
    ),
    "added-origin-unknown": "{path} does not say what its generator learned from: whether it has seen test patches cannot be told",
    "added-origin-elsewhere": (
        "the generator of {path} learned from {count} of {total} patches elsewhere: whether these show the ground of test patches cannot be told"
    ),
    "patches-keep-split-no-place": (
        "it is not known where the patches of {path} or the new ones lie, so its split cannot be kept by place: import them with one table"
    ),
    "patches-keep-split-torn": "{count} patch(es) left out: they overlap places of more than one part of {path}",
    "patches-keep-split-lost": (
        "{count} of {total} test patches of {path} have no patch on their place any more: figures on the two test parts cannot be compared"
    ),
    "patches-keep-split-given": "the table {path} gives the split itself: leave out --keep-split, or its column split",
    "patches-folds-few-groups": (
        "{path} has {groups} group(s) of patches that must stay together, less than {folds} folds: ask for fewer folds, or label more places"
    ),
    "patches-none": "no patch is left to write: see the warnings for what was left out and why",
    "patches-not-replaced": "{path} exists and is not a patch set, so it is not replaced: choose another output",
    "patches-none-labelled": (
        "no label gives a whole patch: lower --min-cover, take smaller patches, label larger areas, or take the patch around each polygon's "
        "middle with --label-rule centre"
    ),
    "patches-scene-twice": "the scene {scene} is named twice with the same labels: name it once, or again with other labels",
    "patches-scene-two-optical": "the scene {scene} is named with the optical images {first} and {second}: give it the same one each time",
    "patches-labels-kinds": (
        "the labels {points} are points and {polygons} are polygons: labels of one scene must be of one kind, so turn the points into polygons, "
        "or cut them into a patch set of their own and merge both"
    ),
    "patches-scene-small": (
        "{scene} has {rows} x {columns} pixels at the pixel size of the patches, less than a patch of {patch_px}: "
        "choose a smaller --patch-px or --patch-pixel-size-m"
    ),
    "patches-labels-unreadable": "the labels {path} cannot be read ({reason}): give a vector file such as a GeoPackage",
    "patches-label-field": "the labels {path} have no field '{field}' (they have: {fields}): name the one with the class in --label-field",
    "patches-label-layers": "{path} has several layers ({layers}) and none is called labels: name one with --labels-layer",
    "patches-label-layer": "{path} has no layer '{layer}' (it has: {layers}): name one of these with --labels-layer",
    "patches-labels-none": "the labels {path} hold no point or polygon with a class: fill in the field '{field}'",
    "patches-labels-empty": "{count} label(s) in {path} left out: they have no geometry",
    "patches-labels-lines": "{count} label(s) in {path} left out: they are neither points nor polygons",
    "patches-labels-crossing": "{count} label(s) in {path} left out: their outlines cross themselves; repair them with 'Fix geometries' in QGIS",
    "patches-labels-mixed": (
        "{path} holds {points} point(s) and {polygons} polygon(s) in one layer: put them in layers of their own, cut each, and join the "
        "sets with 'echopatch patches merge'"
    ),
    "patches-labels-probability": "{path} holds the inclusion probability {value}: it must be above 0 and at most 1",
    "patches-points-cover": "the labels {path} are points, which cover nothing: use --label-rule auto",
    "patches-some-squares": (
        "{squares} of {total} polygons of {path} are squares of a patch's size, the others are not: all are taken as areas, by their cover; "
        "put the squares in a layer of their own to have them cut where they lie"
    ),
    "patches-labels-without-class": "{count} label(s) in {path} left out: their field '{field}' is empty or 0",
    "patches-labels-beyond": "{count} of {total} label(s) of {path} lie outside the scenes and give no patch",
    "patches-scene-unlabelled": "no label of {path} lies in the scene {scene}: it gives no patch",
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
        "{count} labelled window(s) left out: the optical image {path} covers too little of them (--min-valid); give a larger image to keep "
        "them"
    ),
    "patches-optical-elsewhere": (
        "the optical image {path} shows another place than its scene: give the image of the same ground, and check its CRS"
    ),
    "patches-optical-offset": (
        "the optical images of {scene} lie {down_px} px down and {right_px} px right of the radar image (below 0: up and left; "
        "+- {uncertainty_px} px): move them back and make the set again, or each pair shows two places"
    ),
    "patches-optical-offset-unknown": (
        "whether the optical images of {scene} lie on the radar image could not be estimated from {pairs} pair(s): too few, without "
        "common edges, or more than {reach_px} px off; compare them by eye"
    ),
    "patches-at-split-border": (
        "{count} of {total} patches overlap a patch on another side of the split and were left out; with a stride of the patch size, or "
        "a larger --block-m, fewer are"
    ),
    "patches-conflicts": (
        "{count} place(s) left out because labels of different classes claim them, {ties} because two classes cover them equally: the layer "
        "'conflicts' of the set's index shows where"
    ),
    "patches-thinned": "{count} label(s) left out: too near to another one of their class (--point-distance-m)",
    "patches-beyond-edge": "{count} label(s) left out: a patch around them would reach beyond the edge of the scene",
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
    "patches-merge-split": "settings of the split are only used with --resplit: add it, or leave them out",
    "patches-merge-differ": (
        "{first} and {other} differ in {name}, {ours} against {theirs}: join sets of one kind, or cut one of them anew like the other"
    ),
    "patches-merge-legend": (
        "{first} has the class {ours}, {other} has {theirs}: bring both to one legend with 'echopatch patches relabel --legend-of'"
    ),
    "patches-merge-no-optical": "not every set has optical images: the joined one has none",
    "patches-merge-duplicates": "{count} patch(es) left out: they equal another one of their class pixel by pixel",
    "patches-merge-conflicts": (
        "{count} patch(es) left out: they equal one of another class pixel by pixel; the layer 'conflicts' of the set's index names them"
    ),
    "patches-merge-border": (
        "{count} of {total} patches left out: they share a place or a group with a patch on another side of the split; --resplit parts all "
        "patches anew"
    ),
    "patches-class-unknown": "{path} has no class '{name}': it has {classes}",
    "patches-scene-unknown": "{path} has no patch of the scene '{name}': it has {scenes}",
    "patches-where-bad": "the condition '{where}' cannot be used ({reason}): write it like cover > 0.8, with \"group\" in double quotes",
    "patches-subset-none": "no patch of {path} is of that kind: ask for more classes, splits or scenes, or loosen the condition",
    "patches-relabel-nothing": "say which classes to change: OLD=NEW with --mapping, a --table, or --legend-of another set",
    "patches-relabel-twice": "--mapping and --table say the same thing: use one of them",
    "patches-relabel-form": "'{text}' is not OLD=NEW: write the class, an equals sign and its new name, or nothing after it to drop the class",
    "patches-relabel-again": "the class '{name}' is given two new names: name each class once",
    "patches-relabel-columns": "the table {path} has no column {lacking}: write old,new and, if wished, code,colour",
    "patches-relabel-code-bad": "line {line} of {path}: the code '{number}' is no whole number of 1 or more",
    "patches-relabel-code": (
        "the classes {first} and {second} would both have the code {number}: give one another code with the column code of --table"
    ),
    "patches-folds-uneven": (
        "the folds test on {least} to {most} patches, because a few groups hold most of them: figures of small folds are uncertain"
    ),
    "patches-folds-synthetic": (
        "{path} holds {count} synthetic patch(es), which are never tested on: take the real ones with 'echopatch patches subset' first"
    ),
    "patches-folder-not-replaced": "{path} exists and holds other files, so it is not replaced: choose another folder",
    "progress-coregistration": "Comparing radar and optical images",
    "progress-copying": "Copying patches",
    "progress-folds": "Writing folds",
    "progress-sheets": "Drawing contact sheets",
    "progress-importing": "Importing chips",
    "progress-describing": "Reading patches",
    "progress-checking": "Checking files",
}
