"""The parts of the main annotation that describe sensor and processing: flags, instrument, calibration, noise, quality."""

import math
from xml.etree.ElementTree import Element  # nosec B405: writes XML, reads none

import numpy as np

from .frame import LIGHT_SPEED_M_S, WAVELENGTH_M
from .product import Layer, Product
from .speckle import HAMMING
from .xml_tree import element, polynomial, values

_BANDWIDTH_HZ = 300e6
_NOISE_RECORDS = 3


def _span(product: Product) -> tuple[float, float, float]:
    noise_ = product.scene.noise
    return noise_.first_s, noise_.reference_s, noise_.last_s


def processing(product: Product) -> Element:
    """processing: geometry, Doppler, parameters and flags."""
    start, span = product.frame.start, _span(product)
    geometry = element(
        "geometry",
        element("geometryCoordinateType", "ZERODOPPLER"),
        element("velocityParameter", element("timeUTC", start), polynomial("velocityParameterPolynomial", span, [7100.0**2])),
        element("dopplerRate", element("timeUTC", start), polynomial("dopplerRatePolynomial", span, [-6000.0])),
    )
    return element("processing", geometry, _doppler(product), _parameters(product), _flags(product))


def _doppler(product: Product) -> Element:
    node = values(
        "doppler",
        dopplerBasebandEstimationMethod="none",
        dopplerGeometricEstimationMethod="none",
        dopplerCentroidCoordinateType="ZERODOPPLER",
    )
    for index, pol in enumerate(product.polarisations):
        centroid = values("dopplerCentroid", polLayer=pol, numberOfBlocks=0, numberOfRejectedBlocks=0, numberOfDopplerRecords=1)
        centroid.set("layerIndex", str(index + 1))
        estimate = element(
            "dopplerEstimate",
            element("timeUTC", product.frame.start),
            element("dopplerAtMidRange", 0.0),
            polynomial("basebandDoppler", _span(product), [0.0]),
            element("geometricDopplerFlag", False),
            element("dopplerAmbiguity", 0),
            element("dopplerConsistencyFlag", True),
            element("dopplerEstimateConfidence", 1.0),
            polynomial("combinedDoppler", _span(product), [0.0]),
        )
        centroid.extend([element("dopplerRecordAzimuthSpacing", 0.0), estimate])
        node.append(centroid)
    return node


def _parameters(product: Product) -> Element:
    node = values(
        "processingParameter",
        processingInfoCoordinateType="ZERODOPPLER",
        rangeLooks=1.0,
        azimuthLooks=float(product.scene.config.looks),
        rangeLookBandwidth=_BANDWIDTH_HZ,
        azimuthLookBandwidth=2700.0,
        totalProcessedRangeBandwidth=_BANDWIDTH_HZ,
        totalProcessedAzimuthBandwidth=2700.0,
        rangeWindowID="Hamming",
        rangeWindowCoefficient=HAMMING,
        azimuthWindowID="Hamming",
        azimuthWindowCoefficient=HAMMING,
    )
    segment = element("segmentInfo", element("polLayer", product.polarisations[0]), _data_segment(product), segmentID=1)
    chirp = values(
        "referenceChirp",
        pulseType="Standard",
        chirpDesignator="IDEAL",
        chirpSlope="DOWN",
        pulseLength=406.0,
        pulseBandwidth=_BANDWIDTH_HZ / 1e6,
        centerFrequency=0.0,
    )
    chirp.set("pulseCode", "0")
    chirp.extend(polynomial(tag, (0.0, 0.0, 1.0), [1.0]) for tag in ("amplitude", "phase"))
    node.append(element("rangeCompression", segment, element("chirps", chirp)))
    return node


def _data_segment(product: Product) -> Element:
    return values("dataSegment", startTimeUTC=product.frame.start, stopTimeUTC=product.stop, numberOfRows=product.frame.side_px)


def _flags(product: Product) -> Element:
    return values(
        "processingFlags",
        RXGainCorrectedFlag=True,
        DRAChannelSyncFlag=False,
        DRAChannelDemixingPerformedFlag=False,
        hybridCouplerCorrectedFlag=True,
        chirpDriftCorrectedFlag=True,
        chirpReplicaUsedFlag=True,
        geometricDopplerUsedFlag=True,
        noiseCorrectedFlag=product.scene.enhanced_radiometry,
        rangeSpreadingLossCorrectedFlag=True,
        scanSARBeamCorrectedFlag=False,
        spotLightBeamCorrectedFlag=product.imaging_mode == "HS",
        azimuthPatternCorrectedFlag=True,
        elevationPatternCorrectedFlag=True,
        polarisationCorrectedFlag=False,
        detectedFlag=True,
        multiLookedFlag=product.scene.config.looks > 1,
        propagationEffectsCorrectedFlag=True,
        geocodedFlag=True,
        incidenceAngleMaskGeneratedFlag=True,
        nominalProcessingPerformedFlag=True,
    )


def instrument(product: Product) -> Element:
    """instrument: carrier frequency and settings by polarisation."""
    frequency = values("radarParameters", centerFrequency=LIGHT_SPEED_M_S / WAVELENGTH_M)
    settings = [_settings(product, pol) for pol in product.polarisations]
    return element("instrument", element("instrumentInfoCoordinateType", "RAW"), frequency, *settings)


def _settings(product: Product, polarisation: str) -> Element:
    gain = values("rxGainSetting", startTimeUTC=product.frame.start, stopTimeUTC=product.stop)
    gain.append(element("rxGain", 1.0, code="0"))
    segment = _data_segment(product)
    segment.set("segmentID", "1")
    record = element(
        "settingRecord",
        segment,
        element("PRF", 4000.0, code="0"),
        element("echoWindowPosition", 0.0, code="0"),
        element("echowindowLength", 0.0, code="0"),
        element("pulseType", "Standard"),
        element("echoIndex", 0),
    )
    node = values("settings", polLayer=polarisation, beamID=product.beam, numberOfRxGainChanges=0)
    node.extend([gain, element("quantisationID", "BAQ"), element("quantisationControl", "8/4")])
    node.extend([element("rxBandwidth", _BANDWIDTH_HZ, code="3"), element("RSF", 3.3e8, code="1")])
    node.extend(values("all", numberOfPRFChanges=0, numberOfEchoWindowPositionChanges=0))
    node.extend([*values("all", numberOfEchoWindowLengthChanges=0, numberOfSettingRecords=1), record])
    return node


def calibration(product: Product) -> Element:
    """calibration: antenna patterns, which are flat here, and the calibration constant of each layer."""
    factor = product.scene.config.calibration_factor
    data = element("calibrationData", element("radiometricDEMID", "flat"), element("numberOfAntennaPatterns", len(product.polarisations)))
    data.extend(_antenna_pattern(product, pol) for pol in product.polarisations)
    data.append(_characteristics(product))
    node = element(
        "calibration",
        data,
        values("nominalGeometricPerformance", azimuthRes=1.1, slantRangeRes=0.6, nominalSwathWidth=product.frame.side_m),
    )
    for index, pol in enumerate(product.polarisations):
        constant = values("calibrationConstant", polLayer=pol, beamID=product.beam, DRAoffset="SRA", calFactor=factor)
        constant.set("layerIndex", str(index + 1))
        node.append(constant)
    return node


def _antenna_pattern(product: Product, polarisation: str) -> Element:
    near, far = (float(value) for value in product.frame.incidence_deg(np.array([0.0, product.frame.side_px])))
    flat = [element("referenceGain", 0.0), element("gainExt", 0.0, angle=0.0)]
    look = element(
        "elevationLookAngles",
        element("coverageRegionMin", near, incidenceAngle=near),
        element("coverageRegionMax", far, incidenceAngle=far),
        element("fullPerformance", True),
    )
    pointing = element("beamPointingVector", *(element(axis, value, error=0.0) for axis, value in (("x", 0.0), ("y", 0.0), ("z", 1.0))))
    pointing.set("beamID", product.beam)
    return element(
        "antennaPattern",
        element("polLayer", polarisation),
        element("elevationPattern", *flat, beamID=product.beam),
        element("azimuthPattern", *flat, azimuthBeamID="azimuth_000"),
        element("azimuthSteeringAngle", 0.0),
        look,
        pointing,
    )


def _characteristics(product: Product) -> Element:
    modes = {"SM": "Stripmap", "HS": "High resolution spotlight"}
    level_db = 10 * math.log10(product.scene.config.calibration_factor)
    delay = element("totalInstrumentTimeDelay", element("instrCESystematicTimeDelay", 0.0))
    node = element("calibrationInfoAndInstrumentCharacteristics")
    for pol in product.polarisations:
        constant = element("absCalFactor", level_db, imagingMode=modes[product.imaging_mode], beamID=product.beam)
        constant.attrib |= {"polarisationChannel": pol, "lookDirection": "right", "antennaMode": "SRA"}
        node.append(constant)
        delay.append(element("internalDelay", 0.0, polarisationChannel=pol))
    node.append(delay)
    return node


def noise(product: Product) -> list[Element]:
    """One noise element by layer: power of the noise in squared digital numbers over range time."""
    model, factor = product.scene.noise, product.scene.config.calibration_factor
    coefficients = [value / factor for value in model.coefficients]
    layers = []
    for index, pol in enumerate(product.polarisations):
        node = values("noise", polLayer=pol, beamID=product.beam, DRAoffset="SRA", noiseModelID="LINEAR", noiseLevelRef="BETA NOUGHT")
        node.set("layerIndex", str(index + 1))
        duration_s = (product.stop - product.frame.start).total_seconds()
        node.append(element("numberOfNoiseRecords", _NOISE_RECORDS))
        node.append(element("averageNoiseRecordAzimuthSpacing", duration_s / (_NOISE_RECORDS - 1)))
        for record in range(_NOISE_RECORDS):
            time = product.frame.time(product.frame.side_px * record / (_NOISE_RECORDS - 1))
            estimate = polynomial("noiseEstimate", _span(product), coefficients)
            node.append(element("imageNoise", element("timeUTC", time), estimate, element("noiseEstimateConfidence", 1.0)))
        layers.append(node)
    return layers


def product_quality(product: Product, layers: list[Layer]) -> Element:
    """productQuality: all well, and the statistics of each layer."""
    raw_flags = "gapSignificance missingLinesSignificance ADCOverflowSignificance bitErrorsSignificance IBiasOutsideLimits"
    raw_flags += " QBiasOutsideLimits IQImbalanceOutsideLimits IQNonOrthogonalityOutsideLimits"
    raw = element("rawDataQuality", element("instrumentChannel", "none"), *_clear(raw_flags))
    auxiliary = element("auxDataQuality", *_clear("orbitDataQualityLow attitudeDataQualityLow DEMqualityLow missingAuxData"))
    centroid = element("averageDopplerCentroidInfo")
    centroid.extend(values(place, nearRange=0.0, midRange=0.0, farRange=0.0) for place in ("azimuthStart", "azimuthCenter", "azimuthStop"))
    parameters = element("processingParameterQuality", centroid, *_clear("dopplerAmbiguityNotZero dopplerInconsistency"))
    parameters.extend([element("dopplerOutsideLimitsFlags", False), element("dopplerDriftOutsideLimitsFlags", False)])
    parameters.extend(_clear("chirpQualityLow geolocationQualityLow"))
    images = [_image_quality(product, index, layer) for index, layer in enumerate(layers)]
    return element("productQuality", raw, auxiliary, parameters, *images, _limits())


def _clear(names: str) -> list[Element]:
    """Flags that are not set."""
    return [element(f"{name}Flag", False) for name in names.split()]


def _image_quality(product: Product, index: int, layer: Layer) -> Element:
    power = (layer.mean_dn**2 + layer.sd_dn**2) * product.scene.config.calibration_factor
    snr_db = 10 * math.log10(max(power / product.scene.noise.coefficients[0], 1e-3))
    statistics = values("imageDataStatistics", mean=layer.mean_dn, max=float(layer.max_dn), min=float(layer.min_dn), stdDev=layer.sd_dn)
    node = element(
        "imageDataQuality", element("polLayer", layer.polarisation), statistics, element("nominalSNR", snr_db), layerIndex=index + 1
    )
    node.extend(_clear("imageMean imageStdDev"))
    return node


def _limits() -> Element:
    names = "fdcNearRangeLimit fdcMidRangeLimit fdcFarRangeLimit fdcLinearRangeDriftMaxLimit fdcLinearAzimuthDriftMaxLimit"
    doppler = element("dopplerCentroidInformation", *(element(name, 0.0) for name in names.split()))
    process = element("processing", doppler, element("chirpQualityLimit", 0.0), element("geolocationQualityLimit", 0.0))
    limits = (
        values("imageMean", expected=100.0, minimum=5.0, maximum=1000.0),
        values("imageSigma", expected=100.0, minimum=10.0, maximum=500.0),
    )
    return element("limits", process, element("imageData", *limits))
