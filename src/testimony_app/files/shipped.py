"""Where the data that ships with the program lies."""

from pathlib import Path


def resource_folder() -> Path:
    """Return the folder of bodies, campaigns, languages and templates: in the wheel, or in a checkout beside `src`."""
    package = Path(__file__).parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"
