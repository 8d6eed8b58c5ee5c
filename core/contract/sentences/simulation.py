"""Sentences about simulated scenes."""

from typing import Dict

SENTENCES: Dict[str, str] = {}
