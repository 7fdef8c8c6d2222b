import pytest

from bootstrapping import environment
from bootstrapping.environment import prepare, read_stamp, wanted_stamp
from bootstrapping.failures import BootstrapError, DownloadError
from bootstrapping.processes import Ended
from tests.packaging.conftest import write_lock

FROM_NOTHING = ["venv", "pip", "locks", "app"]
ADDED = ["locks", "app"]


def prepared(checkout, commands, need):
    commands.steps.clear()
    prepare(checkout, need, commands)
    return list(commands.steps)


def test_the_first_time_everything_is_made(checkout, commands):
    assert prepared(checkout, commands, "run") == FROM_NOTHING
    assert read_stamp(checkout) == wanted_stamp(checkout, "run")


def test_the_second_time_no_command_is_run(checkout, commands):
    prepare(checkout, "run", commands)
    assert prepared(checkout, commands, "run") == []


@pytest.mark.parametrize(
    ("first", "then", "steps"),
    [
        ("run", "test", ADDED),
        ("test", "check", ADDED),
        ("test", "run", []),
        ("check", "test", []),
        ("check", "run", []),
    ],
)
def test_a_wider_need_is_added_and_a_narrower_one_is_there(checkout, commands, first, then, steps):
    prepare(checkout, first, commands)
    assert prepared(checkout, commands, then) == steps


def test_only_locked_packages_with_hashes_and_ready_builds_are_installed(checkout, commands):
    prepare(checkout, "test", commands)
    words = commands.lines[FROM_NOTHING.index("locks")].split()
    assert {"--require-hashes", "--only-binary"} <= set(words)
    files = [word for word in words if word.endswith(".txt")]
    assert files == [str(checkout.lock("build")), str(checkout.lock("test"))]
    assert "--no-deps --no-build-isolation" in commands.lines[FROM_NOTHING.index("app")]


@pytest.mark.parametrize("lock", ["run", "build"])
def test_a_changed_lock_is_noticed(checkout, commands, lock):
    prepare(checkout, "run", commands)
    write_lock(checkout, lock, "made-up==2.0")
    assert prepared(checkout, commands, "run") == ADDED
    assert prepared(checkout, commands, "run") == []


def test_a_changed_lock_of_a_wider_need_is_left_until_it_is_asked_for(checkout, commands):
    prepare(checkout, "check", commands)
    write_lock(checkout, "check", "made-up==2.0")
    assert prepared(checkout, commands, "test") == []
    assert prepared(checkout, commands, "check") == ADDED


def test_a_changed_project_file_is_noticed(checkout, commands):
    prepare(checkout, "run", commands)
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'other'\n", encoding="utf-8")
    assert prepared(checkout, commands, "run") == ADDED


def test_another_python_makes_everything_anew(checkout, commands, monkeypatch):
    prepare(checkout, "run", commands)
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.13.99")
    assert prepared(checkout, commands, "run") == FROM_NOTHING


def test_a_moved_checkout_makes_everything_anew(checkout, commands, tmp_path):
    prepare(checkout, "run", commands)
    moved = environment.Checkout(checkout.root.rename(tmp_path / "elsewhere"))
    commands.checkout = moved
    assert prepared(moved, commands, "run") == FROM_NOTHING


@pytest.mark.parametrize("part", ["python", "testimony"])
def test_a_broken_environment_is_made_anew(checkout, commands, part):
    prepare(checkout, "run", commands)
    checkout.program(part).unlink()
    assert prepared(checkout, commands, "run") == FROM_NOTHING


def test_a_python_that_was_taken_away_is_noticed(checkout, commands, tmp_path):
    prepare(checkout, "run", commands)
    checkout.program("python").unlink()
    checkout.program("python").symlink_to(tmp_path / "no longer there")
    assert prepared(checkout, commands, "run") == FROM_NOTHING


@pytest.mark.parametrize("damage", ["", "{", "[]", "\0"])
def test_a_damaged_stamp_is_no_stamp(checkout, commands, damage):
    prepare(checkout, "run", commands)
    checkout.stamp.write_text(damage, encoding="utf-8")
    assert prepared(checkout, commands, "run") == FROM_NOTHING


@pytest.mark.parametrize("step", FROM_NOTHING)
@pytest.mark.parametrize("end", [KeyboardInterrupt(), Ended(1, "no room for doubt")])
def test_an_interrupted_first_installation_starts_over(checkout, commands, step, end):
    commands.ends[step] = end
    with pytest.raises((KeyboardInterrupt, BootstrapError)):
        prepare(checkout, "run", commands)
    commands.ends.clear()
    assert prepared(checkout, commands, "run") == FROM_NOTHING


@pytest.mark.parametrize("step", ADDED)
@pytest.mark.parametrize("end", [KeyboardInterrupt(), Ended(1, "no room for doubt")])
def test_an_interrupted_addition_starts_over(checkout, commands, step, end):
    prepare(checkout, "run", commands)
    commands.ends[step] = end
    with pytest.raises((KeyboardInterrupt, BootstrapError)):
        prepare(checkout, "test", commands)
    commands.ends.clear()
    assert prepared(checkout, commands, "run") == FROM_NOTHING


def test_without_a_network_what_was_there_stays(checkout, commands):
    prepare(checkout, "run", commands)
    commands.ends["locks"] = Ended(1, "Temporary failure in name resolution")
    with pytest.raises(DownloadError):
        prepare(checkout, "test", commands)
    assert prepared(checkout, commands, "run") == []


def test_the_python_inside_is_not_used_to_make_itself_anew(checkout, commands, monkeypatch):
    monkeypatch.setattr(environment.sys, "prefix", str(checkout.venv))
    with pytest.raises(BootstrapError, match="the Python inside it"):
        prepare(checkout, "run", commands)
    assert commands.steps == []
