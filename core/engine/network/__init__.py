"""Backbones, heads, the door that turns power into network input, and the model file."""
