import json
from dataclasses import dataclass

import pytest

from testimony_app.main import main


@dataclass
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def testimony(tmp_path, capsys):
    """Run a command in a profile of its own, in this process."""

    def run(*words, profile=tmp_path / "profile"):
        try:
            code = main(["--profile", str(profile), *map(str, words)])
        except SystemExit as leaving:
            code = leaving.code
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def file(tmp_path):
    """Write a testimony file from the keys that matter."""

    def write(name="a.testimony.json", **keys):
        path = tmp_path / name
        path.write_text(json.dumps({"format": "testimony/1", "language": "en", **keys}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def story(testimony, file):
    """The id of an imported testimony with one own point."""
    points = [{"title": "Mine", "story": "A heron stood by the bridge."}]
    path = file(points=points, person={"name": "Rosa Maple"}, ask={"text": "Please listen."})
    return testimony("draft", "import", path).out.strip()
