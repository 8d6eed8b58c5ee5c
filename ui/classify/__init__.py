"""The dialog that classifies a scene: what is asked for, what stands in the way, and what it will cost."""
