"""Areas and accuracy of a map, estimated from a probability sample of its cells."""
