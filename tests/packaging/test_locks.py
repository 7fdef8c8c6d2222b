import re
import tomllib

import pytest
from packaging.requirements import Requirement

from bootstrapping.environment import NEEDS
from tests.packaging.conftest import ROOT

LOCKS = ROOT / "packaging" / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]


def pins(name):
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["build", *NEEDS])
def test_a_lock_names_no_host_and_has_a_hash_for_everything(name):
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for requirement in code.replace("\\\n", " ").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==\S+( ; [^\\]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+", requirement)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("run", PROJECT["project"]["dependencies"]),
        ("test", [*PROJECT["project"]["dependencies"], *GROUPS["test"]]),
        ("check", [*PROJECT["project"]["dependencies"], *GROUPS["test"], *GROUPS["quality"], *GROUPS["build"]]),
        ("build", [*PROJECT["build-system"]["requires"], *GROUPS["build"]]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(name, wanted):
    locked = pins(name)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


@pytest.mark.parametrize(("narrow", "wide"), [("run", "test"), ("test", "check"), ("build", "check")])
def test_a_wider_lock_holds_the_narrower_one(narrow, wide):
    assert pins(narrow).items() <= pins(wide).items()
