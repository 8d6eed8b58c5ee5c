"""Open a SAR scene, calibrate it, read it by window and map its pixels to the ground."""
