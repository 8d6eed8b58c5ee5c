"""Where patches lie, what they are labelled, and how they are split and fed to a network."""
