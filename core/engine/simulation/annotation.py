"""The main annotation of a product, root level1Product, in the order its schema asks for."""

from datetime import timedelta
from xml.etree.ElementTree import Element  # nosec B405: writes XML, reads none

from .annotation_image import image_info, product_specific, scene_info
from .annotation_sensor import calibration, instrument, noise, processing, product_quality
from .orbit import platform
from .preview import QUICKLOOK_FACTOR
from .product import Layer, Product
from .xml_tree import element, values

PROCESSOR_VERSION = "4.12"
"""The version whose rules for noise correction are followed."""


def level1_product(product: Product, layers: list[Layer]) -> Element:
    """The whole annotation.

    Args:
        product: what is described.
        layers: statistics of the written images, in file order.
    """
    return element(
        "level1Product",
        _header(product),
        _components(product),
        element(
            "productInfo",
            _generation_info(),
            _mission_info(product),
            _acquisition_info(product),
            _variant_info(product),
            image_info(product),
            scene_info(product),
            _preview_info(product),
        ),
        product_specific(product),
        _setup(product),
        processing(product),
        instrument(product),
        calibration(product),
        *noise(product),
        platform(product),
        product_quality(product, layers),
    )


def _header(product: Product) -> Element:
    return element(
        "generalHeader",
        element("itemName", "Level 1B Product"),
        element("mission", "TSX-1"),
        element("source", "simulation"),
        element("destination", "User"),
        element("generationSystem", "Echopatch simulator", version=PROCESSOR_VERSION),
        # real files give this one time without a Z; it follows from the seed, so that equal seeds give equal files
        element("generationTime", (product.stop + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.%f")),
        element("remark", f"synthetic scene, seed {product.scene.config.seed}, not a satellite image"),
        fileName=f"{product.name}.xml",
        fileVersion="1.0",
        status="SYNTHETIC",
    )


def _file(folder: str, name: str) -> Element:
    return element("file", values("location", host=".", path=folder, filename=name), element("size", -1))


def _components(product: Product) -> Element:
    node = element(
        "productComponents",
        element("annotation", element("type", "MAIN"), _file(".", f"{product.name}.xml")),
        element("annotation", element("type", "GEOREF"), _file("ANNOTATION", "GEOREF.xml")),
    )
    for index, pol in enumerate(product.polarisations):
        image = _file("IMAGEDATA", product.image_name(pol))
        node.append(element("imageData", element("polLayer", pol), image, layerIndex=index + 1))
    node.append(element("auxRasterFiles", element("type", "GIM"), _file("AUXRASTER", "GIM.tif")))
    node.append(element("auxRasterFiles", element("type", "MAPPING_GRID"), _file("AUXRASTER", "MAPPING_GRID.bin")))
    for index, pol in enumerate(product.polarisations):
        quicklook = _file("PREVIEW", product.quicklook_name(pol))
        node.append(element("quicklooks", element("polLayer", pol), quicklook, layerIndex=index + 1))
    node.append(element("compositeQuicklook", _file("PREVIEW", "COMPOSITE_QL.tif")))
    node.append(element("browseImage", _file("PREVIEW", "BROWSE.tif")))
    node.append(element("mapPlot", _file("PREVIEW", "MAP_PLOT.png")))
    return node


def _generation_info() -> Element:
    return element(
        "generationInfo",
        element("logicalProductID", "not applicable"),
        element("receivingStation", "none"),
        element("level0ProcessingFacility", "none"),
        element("level1ProcessingFacility", "Echopatch"),
        element("groundOperationsType", "test"),
        element("deliveryInfo", "NOMINAL"),
        element("copyrightInfo", "synthetic data, free to use"),
        values("qualityInfo", qualityInspection="UNDEFINED"),
    )


def _mission_info(product: Product) -> Element:
    orbit = 1000 + (product.frame.start - product.frame.start.replace(year=2010, month=1, day=1)).days * 15
    return values(
        "missionInfo",
        mission="TSX-1",
        orbitPhase=1,
        orbitCycle=orbit // 167,
        absOrbit=orbit,
        relOrbit=1 + orbit % 167,
        numOrbitsInCycle=167,
        orbitDirection="ASCENDING" if product.frame.ascending else "DESCENDING",
    )


def _acquisition(product: Product, list_tag: str) -> list[Element]:
    """What was asked for and what was taken are written alike."""
    return [
        element("imagingMode", product.imaging_mode),
        element("lookDirection", "RIGHT"),
        element("antennaReceiveConfiguration", "SRA"),
        element("polarisationMode", product.polarisation_mode),
        element(list_tag, *(element("polLayer", pol) for pol in product.polarisations)),
        element("elevationBeamConfiguration", product.beam),
    ]


def _acquisition_info(product: Product) -> Element:
    if product.imaging_mode == "SM":
        mode = values("stripMap", azimuthBeamID="boresightAzimuth")
    else:
        mode = values(
            "spotLight",
            numberOfAzimuthBeams=1,
            azimuthBeamIDFirst="azimuth_000",
            azimuthBeamIDLast="azimuth_000",
            azimuthSteeringAngleFirst=0.75,
            azimuthSteeringAngleLast=-0.75,
        )
    taken = _acquisition(product, "polarisationList")
    return element("acquisitionInfo", element("sensor", "SAR"), *taken, element("imagingModeSpecificInfo", mode))


def _variant_info(product: Product) -> Element:
    return values(
        "productVariantInfo",
        productType=product.product_type,
        productVariant="EEC",
        projection="MAP",
        mapProjection="UTM",
        resolutionVariant=product.resolution_variant,
        radiometricCorrection="CALIBRATED",
    )


def _preview_info(product: Product) -> Element:
    size = product.frame.map_px // QUICKLOOK_FACTOR
    spacing = product.frame.pixel_size_m * QUICKLOOK_FACTOR
    raster = values(
        "imageRaster",
        numberOfRows=size,
        numberOfColumns=size,
        columnBlockLength=float(QUICKLOOK_FACTOR),
        rowBlockLength=float(QUICKLOOK_FACTOR),
    )
    raster.extend([element("rowSpacing", spacing, units="m"), element("columnSpacing", spacing, units="m")])
    quicklooks = values("quicklooks", imageDataFormat="TIFF grayscale", imageDataDepth=16)
    quicklooks.append(raster)
    composite = values("compositeQuicklook", imageDataFormat="TIFF", imageDataDepth=24)
    composite.extend(values("polLayerCode", polarisation=product.polarisations[0], colour=colour) for colour in ("RED", "GREEN", "BLUE"))
    browse = values("browseImage", imageDataFormat="TIFF", imageDataDepth=24)
    return element("previewInfo", quicklooks, composite, browse, element("mapPlotFormat", "PNG"))


def _setup(product: Product) -> Element:
    lon, lat = product.centre_lonlat
    order = element(
        "orderInfo",
        element("orderType", "L1B-SAR"),
        element("processingPriority", "NOMINAL"),
        element("orbitAccuracy", "SCIE"),
        element("sceneSpecification", "CENTERCOORDS"),
        element("orderedScene", values("sceneCenterCoord", lat=lat, lon=lon)),
        *_acquisition(product, "polList"),
        element("productVariant", "EEC"),
        element("resolutionVariant", product.resolution_variant),
        element("projection", "MAP"),
        element("procGainAttenuation", 0.0),
    )
    day_after = product.stop + timedelta(days=1)
    inputs = values(
        "inputData",
        logicalDataTakeID="none",
        uniqueDataTakeID=str(product.scene.config.seed),
        level0ProductID="none",
        L0BaseGenerationTimeUTC=day_after,
        L0SARGenerationTimeUTC=day_after,
        IOCSAuxProductID="none",
        IOCSAuxProductFileName="none",
        IOCSAuxProductVersion="none",
        IOCSAuxProductGenerationTimeUTC=day_after,
        orbitProductID="none",
        orbitProductFileName="none",
        orbitAccuracy="SCIE",
        orbitProductGenerationTimeUTC=day_after,
        configurationID="none",
        configurationFileName="none",
        configurationGenerationTimeUTC=day_after,
    )
    software = values("software", softwareID="echopatch simulate", softwareVersion=PROCESSOR_VERSION)
    return element("setup", order, inputs, element("processingSteps", software))
