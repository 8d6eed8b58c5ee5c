"""From a scene to classified cells and regions in a GeoPackage."""
