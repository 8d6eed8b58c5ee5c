"""Sentences about scenes."""

SENTENCES = {
    "scene-incidence-twice": "give --incidence-deg or --incidence-from, not both",
    "scene-factor-alone": (
        "--calibration-factor multiplies squared amplitude or intensity: give --quantity amplitude or --quantity intensity with it"
    ),
    "scene-calibrated-to-alone": "--calibrated-to says what --calibration-factor gives: give the factor, or leave it out",
    "calibrate-model-and-scale": "--scale model needs --model, and --model needs --scale model",
    "scene-archive": "{path} is an archive: unpack it and give the product folder",
    "scene-no-product": "{path} holds no TerraSAR-X, TanDEM-X or PAZ product: give the product folder, its XML, or a raster file",
    "scene-several-products": "{path} holds {count} products, the first is {first}: give one of them",
    "scene-not-xml": "{path} is not XML ({reason}): get the product again",
    "scene-not-annotation": "{path} is not what its name promises: its root is '{root}' instead of '{wanted}'",
    "scene-annotation-lacks": "{path} lacks the element {element}: the product is incomplete, get it again",
    "scene-annotation-value": "{path}: the element {element} holds '{value}', which cannot be right",
    "scene-variant-later": (
        "{path} is an {variant} product, in radar geometry, which this version describes but cannot classify yet: order it as EEC or GEC"
    ),
    "scene-variant-unknown": "{path} is a product of the unknown variant '{variant}': EEC and GEC can be read",
    "scene-not-calibrated": "{path} says that it is not calibrated, so its numbers mean nothing absolute: order it calibrated",
    "scene-calibration-doubtful": "the product is marked {state}: its levels may be off as a whole",
    "scene-left-looking": "the product looks to the left: its calibration is marked as such, but was never verified",
    "scene-timing-problem": "the product's GPS time was not synchronised: its place on the map may be off by an unknown distance",
    "scene-commissioning": "acquired on {acquired}, before the mission was commissioned (7 January 2008): its calibration may not hold",
    "scene-file-size": "{path} has {actual} bytes, the annotation says {annotated}: it may be incomplete",
    "scene-image-missing": "{path} is missing: the product is incomplete, get it again",
    "scene-size-differs": (
        "{path} has {rows} x {columns} pixels, the annotation says {xml_rows} x {xml_columns}: the product is damaged, get it again"
    ),
    "scene-image-not-geocoded": "{path} has no map coordinates although the product says {variant}: the product is damaged, get it again",
    "scene-mask-unfit": "{path} does not fit the image: the incidence angle is taken from elsewhere",
    "scene-mask-missing": (
        "the incidence-angle mask {path} is missing: the angle is taken from elsewhere, without the slopes of the terrain; get the product again"
    ),
    "scene-incidence-centre-only": "the product tells the incidence angle at its centre only: {angle} deg is used throughout",
    "scene-grid-elsewhere": "the geolocation grid {path} covers {share} % of the image: it belongs to another product",
    "scene-noise-no-grid": "noise cannot be subtracted: {path}, which tells the range times, is missing; leave out --subtract-noise",
    "scene-noise-ignored": "--subtract-noise does nothing here: the noise is subtracted already, or none is annotated",
    "scene-says-itself": "{path} says itself what {flag} would: leave {flag} out",
    "scene-unreadable": "{path} cannot be read ({reason})",
    "scene-no-bands": "{path} holds no image",
    "scene-cut-short": "{path} is cut short: its end is missing, copy or download it again",
    "scene-read-failed": "{path} cannot be read at row {row} ({reason}): the file is damaged, copy or download it again",
    "scene-empty": "{path} holds no data: every pixel is nodata",
    "scene-complex": "{path} holds complex numbers, which are read from whole products only: give its amplitude or intensity as a raster",
    "scene-is-picture": "{path} is the 8-bit picture of a model, not a scene: give the scene it was made of",
    "scene-too-new": "{path} was written by a newer Echopatch: update Echopatch",
    "scene-tags-broken": "{path} carries damaged Echopatch tags ({reason}): write it again",
    "scene-band-unknown": "{path} has no band '{band}': choose among {available}",
    "scene-band-twice": "--bands {bands} names a band twice",
    "scene-bands-wrong": "--bands names {count} band(s), {channels} are needed; {path} has {available}",
    "scene-bands-too-many": "{path} has the bands {available}, {channels} are needed: choose with --bands",
    "scene-bands-too-few": "{path} has {count} band(s) ({available}), {channels} are needed",
    "scene-quantity-unknown": (
        "{path} does not say what its pixels hold: give --quantity amplitude or intensity with --calibration-factor, "
        "or --quantity gamma0, sigma0 or beta0 (with --decibel if they are dB)"
    ),
    "scene-quantity-and-size-unknown": (
        "{path} says neither what its pixels hold nor how large they are: give --pixel-size-m, and --quantity amplitude or intensity "
        "with --calibration-factor, or --quantity gamma0, sigma0 or beta0 (with --decibel if they are dB)"
    ),
    "scene-size-unknown": "{path} does not say how large its pixels are on the ground: give --pixel-size-m",
    "scene-pixel-size-differs": (
        "{path} places its pixels {rows} m (rows) and {columns} m (columns) apart, --pixel-size-m says {asserted}: leave it out"
    ),
    "scene-uncalibrated": (
        "{path} holds uncalibrated numbers, {quantity} is needed: give --calibration-factor, and --calibrated-to for what it leads to"
    ),
    "scene-calibrated-already": "{path} holds {quantity}, not digital numbers",
    "scene-incidence-unknown": (
        "{path} gives {have}, {quantity} is needed, which takes the incidence angle: give --incidence-deg, or --incidence-from PRODUCT"
    ),
    "scene-incidence-of-centre": (
        "the raster says nowhere where it lies: the incidence angle is that of the product's centre, {angle} deg "
        "(the product spans {low} to {high} deg)"
    ),
    "scene-no-crs": "the scene has no coordinate reference system: results come in pixel coordinates (x = column, y = -row)",
    "scene-zero-areas": (
        "parts of the scene hold nothing but zeros, which are taken as no signal: if they mean no data, say so in the file "
        "(gdal_edit.py -a_nodata 0)"
    ),
    "scene-zero-decibels": (
        "parts of the scene hold nothing but zeros, which are taken as 0 dB, a strong signal: if they mean no data, say so in the file "
        "(gdal_edit.py -a_nodata 0)"
    ),
    "scene-too-coarse": (
        "{path} has pixels of {spacing} m, the model wants {pixel_size} m: more than twofold upsampling needs --allow-upsampling"
    ),
    "info-unknown-quantity": (
        "what the pixels hold: --quantity amplitude or intensity (with --calibration-factor), or gamma0, sigma0 or beta0 (with --decibel)"
    ),
    "info-unknown-factor": "the calibration: --calibration-factor, with --calibrated-to for what it gives",
    "info-unknown-pixel-size": "the size of a pixel on the ground: --pixel-size-m",
    "info-unknown-incidence": "the incidence angle, needed to turn one quantity into another: --incidence-deg or --incidence-from PRODUCT",
    "progress-info": "Reading",
    "progress-calibrate": "Calibrating",
}
