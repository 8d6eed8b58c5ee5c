"""The Processing provider: every command of the engine as an algorithm."""
