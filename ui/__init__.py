"""The QGIS side: provider, dialogs, settings, and the set-up of the engine."""
