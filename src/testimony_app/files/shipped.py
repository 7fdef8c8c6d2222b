"""Where the data that ships with the program lies."""

from importlib.resources import files
from pathlib import Path


def resource_folder() -> Path:
    """Return the folder of bodies, campaigns, languages and templates: in the wheel, or in a checkout beside `src`."""
    package = Path(str(files("testimony_app")))
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"
