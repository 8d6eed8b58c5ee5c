"""How near synthetic patches come to real ones."""
