from pathlib import Path

import pytest

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in

RESOURCES = Path(__file__).parent.parent.parent / "resources"


@pytest.fixture
def program(tmp_path):
    with program_in(profile_in(tmp_path / "profile")) as program:
        yield program
