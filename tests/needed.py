import os
import shutil

import pytest


def cannot(why):
    """Leave the test out where a developer's computer lacks something, and fail it where everything must be there."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(why)


def programs(*names):
    """Return where the programs are; without them the test cannot be."""
    found = [shutil.which(name) for name in names]
    if missing := [name for name, path in zip(names, found, strict=True) if not path]:
        cannot(f"not installed: {' and '.join(missing)}")
    return found
