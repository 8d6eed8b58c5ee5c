"""Sentences about simulated scenes."""

from typing import Dict

SENTENCES: Dict[str, str] = {
    "progress-simulate": "Simulating",
    "simulate-not-ours": "{path} was not written by simulate: choose another output folder",
    "simulate-polarisations": "{first} and {second} cannot be taken together: choose HH with VV, HH with HV, or VV with VH",
}
