"""The library of models, shown and kept in order."""
