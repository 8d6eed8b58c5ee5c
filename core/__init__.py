"""The contract between host and engine, and the engine itself."""
