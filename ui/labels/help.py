"""Where the help of labelling stands."""

HELP_URL = "https://github.com/echopatch/echopatch/blob/main/docs/qgis-label.md"
