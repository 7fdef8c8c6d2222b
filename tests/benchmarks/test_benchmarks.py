"""The table of all benchmarks: none is forgotten, each figure names its goal, and one that fails is told."""

import ast
import sys
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as table_of_all
from tests.benchmarks import report
from tests.benchmarks.report import Row, not_run, read, table, told

FOLDER = Path(__file__).parent


def trees():
    found = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.py")}
    return {
        name: tree
        for name, tree in found.items()
        if any(isinstance(each, ast.FunctionDef) and each.name == "rows" for each in tree.body)
    }


def test_every_benchmark_is_in_the_table():
    assert set(trees()) == set(table_of_all.BENCHMARKS)


@pytest.mark.parametrize(("name", "tree"), trees().items())
def test_each_row_names_its_goal_and_none_is_printed_past_the_table(name, tree):
    goals = [each for each in tree.body if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "GOAL"]
    assert [bool(each.value.value.strip()) for each in goals] == [True], name
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)]
    made = [each for each in calls if each.func.id in {"Row", "not_run"}]
    assert made
    assert all(isinstance(each.args[0], ast.Name) and each.args[0].id == "GOAL" for each in made)
    assert not [each for each in calls if each.func.id == "print"]
    assert ast.unparse(tree.body[-1].body[0]) == "sys.exit(told(rows()))"


ROWS = [
    Row("Word", "a file", 2.6, "ms", "prepared parts 0.4 ms", 6.5, 8),
    Row("Word", "memory", 1.2, "", "after one", 1.2, 1.1),
    Row("Keeping", "a search", 1.1, "ms", wanted=30),
    Row("Keeping", "a peer", 12.0, "s"),
    not_run("Start", "instructions", "valgrind is missing"),
]


def test_the_table_says_what_is_met():
    lines = table(ROWS).splitlines()
    assert lines[0] == "| goal | what | figure | floor or peer | times | wanted | met |"
    assert lines[2:] == [
        "| Word | a file | 2.6 ms | prepared parts 0.4 ms | 6.50 | 8 | yes |",
        "| Word | memory | 1.2 | after one | 1.20 | 1.1 | no |",
        "| Keeping | a search | 1.1 ms |  |  | 30 ms | yes |",
        "| Keeping | a peer | 12 s |  |  |  |  |",
        "| Start | instructions | not run | valgrind is missing |  |  | no |",
    ]


def test_rows_come_through_as_they_are(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["x", "7", report.ROWS])
    assert told(ROWS) == 1
    assert read(capsys.readouterr().out) == ROWS
    assert report.numbers(5) == (7,)
    monkeypatch.setattr(sys, "argv", ["x"])
    assert told(ROWS[2:4]) == 0
    assert report.numbers(5) == (5,)


@pytest.fixture
def faked(tmp_path, monkeypatch):
    """Let each benchmark be a program of this test's, which gets the benchmark's name."""
    program = tmp_path / "fake.py"

    def write(source):
        program.write_text(source, encoding="utf-8")
        monkeypatch.setattr(table_of_all, "command", lambda name, _: [sys.executable, str(program), name])

    return write


def test_all_are_run_and_told_in_one_table(faked, capsys):
    faked('import json, sys\nprint(json.dumps([["Goal", sys.argv[1], 1.0, "ms", "", 1.0, 2]]))\n')
    assert table_of_all.main([], {}) == 0
    told_of = [line.split(" | ")[1] for line in capsys.readouterr().out.splitlines()[2:]]
    assert told_of == list(table_of_all.BENCHMARKS)
    assert table_of_all.main(["--only", "typing", "--only", "keeping"], {}) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_one_that_fails_is_told_and_is_not_met(faked, capsys):
    faked('import sys\nsys.exit("it broke")\n')
    assert table_of_all.main(["--only", "typing"], {}) == 1
    assert "| typing | all of it | not run | it ended with code 1 |" in capsys.readouterr().out


def test_a_name_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        table_of_all.main(["--only", "nothing"], {})
    assert "keeping" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "environment", "first"),
    [
        ("keeping", {}, sys.executable),
        ("typing", {"DISPLAY": ":0"}, sys.executable),
        ("typing", {"WAYLAND_DISPLAY": "wayland-0"}, sys.executable),
    ],
)
def test_what_needs_no_screen_or_has_one_is_run_as_it_is(name, environment, first):
    assert table_of_all.command(name, environment)[0] == first


def test_a_window_without_a_screen_gets_one_or_is_told(tmp_path, capsys):
    xvfb = tmp_path / "xvfb-run"
    xvfb.write_text("#!/bin/sh\n", encoding="utf-8")
    xvfb.chmod(0o755)
    assert table_of_all.command("typing", {"PATH": str(tmp_path)})[:3] == [str(xvfb), "-a", sys.executable]
    xvfb.unlink()
    assert table_of_all.main(["--only", "typing"], {"PATH": str(tmp_path)}) == 1
    assert "no display, and no xvfb-run" in capsys.readouterr().out
