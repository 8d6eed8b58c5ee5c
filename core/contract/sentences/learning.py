"""Sentences about training and evaluation."""

from typing import Dict

SENTENCES: Dict[str, str] = {}
