import os
import shutil
import subprocess
import sys

import pytest

from bootstrapping.environment import prepare
from tests.packaging.conftest import Commands, made_up_checkout

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")

OFFLINE = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_RETRIES": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


def bootstrap(checkout, *words, folder=None):
    command = [sys.executable, str(checkout.root / "packaging" / "bootstrap.py"), *words]
    environment = {**os.environ, **OFFLINE}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=folder)


def stand_in(checkout, name, script):
    program = checkout.program(name)
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def ready(checkout, commands):
    """A checkout in which everything is installed, with scripts for programs."""
    prepare(checkout, "check", commands)
    for name in ("ruff", "mypy", "lint-imports", "deptry", "vulture", "pytest"):
        stand_in(checkout, name, f'echo {name} "$@"')
    stand_in(checkout, "testimony", 'pwd; for word in "$@"; do echo "<$word>"; done; exit 7')
    return checkout


def test_run_hands_on_the_words_the_folder_and_the_exit_code(ready, tmp_path):
    result = bootstrap(ready, "run", "--", "export", "two words", "--", "--out", folder=tmp_path)
    assert result.stdout.splitlines() == [str(tmp_path), "<export>", "<two words>", "<-->", "<--out>"]
    assert result.stderr == ""
    assert result.returncode == 7


def test_run_alone_hands_on_nothing(ready, tmp_path):
    assert bootstrap(ready, "run", folder=tmp_path).stdout.splitlines() == [str(tmp_path)]


def test_test_hands_its_words_to_pytest(ready):
    result = bootstrap(ready, "test", "--", "-k", "one thing")
    assert result.stdout == "pytest -k one thing\n"
    assert result.returncode == 0


def test_all_tests_run_on_every_core(ready):
    processes = min(os.cpu_count() or 1, 4) + 1
    assert bootstrap(ready, "test").stdout == f"pytest -n {processes} --dist worksteal\n"


def test_what_the_tests_start_may_keep_its_compiled_modules(ready):
    stand_in(ready, "pytest", 'echo "${PYTHONDONTWRITEBYTECODE-compiled once}"')
    assert bootstrap(ready, "test").stdout == "compiled once\n"


def test_failing_tests_are_a_failure(ready):
    stand_in(ready, "pytest", "exit 5")
    assert bootstrap(ready, "test").returncode == 5


def test_check_runs_every_gate_and_then_the_tests(ready):
    result = bootstrap(ready, "check")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "ruff",
        "ruff",
        "mypy",
        "lint-imports",
        "deptry",
        "vulture",
        "pytest",
    ]
    assert result.returncode == 0


def test_check_can_leave_the_tests_out(ready):
    assert "pytest" not in bootstrap(ready, "check", "--no-tests").stdout


def test_check_names_what_is_not_clean_and_runs_the_rest(ready):
    stand_in(ready, "mypy", "exit 1")
    result = bootstrap(ready, "check")
    assert result.returncode == 1
    assert result.stdout.endswith("worksteal\n")
    assert result.stderr.endswith("Not clean: mypy\n")


def test_a_wrong_word_is_wrong_use(checkout):
    result = bootstrap(checkout, "fly")
    assert result.returncode == 2
    assert "invalid choice: 'fly'" in result.stderr
    assert not checkout.venv.exists()


def test_lock_says_what_it_needs(checkout, monkeypatch):
    monkeypatch.setenv("PATH", str(checkout.root))
    result = bootstrap(checkout, "lock")
    assert result.stderr.startswith("Writing the locks needs uv.")
    assert result.returncode == 1


def test_without_a_network_a_sentence_ends_the_first_run(checkout):
    result = bootstrap(checkout, "run")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1].startswith("The network did not answer, so nothing was installed.")
    assert "Traceback" not in result.stderr
    assert not checkout.stamp.exists()


def test_a_full_disk_is_a_sentence(small_disk):
    checkout = made_up_checkout(small_disk)
    result = bootstrap(checkout, "run")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "The disk is full. Free about 500 MB and run this again."
    assert "Traceback" not in result.stderr


def test_a_disk_without_room_for_the_stamp_is_a_sentence(small_disk):
    checkout = made_up_checkout(small_disk)
    prepare(checkout, "run", Commands(checkout))
    checkout.stamp.unlink()
    shutil.rmtree(checkout.venv)
    with (small_disk / "filler").open("wb", buffering=0) as filler:
        while _writes(filler):
            pass
    result = bootstrap(checkout, "run")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "The disk is full. Free about 500 MB and run this again."


def _writes(filler):
    try:
        return filler.write(bytes(4096))
    except OSError:
        return 0


def test_a_missing_lock_is_a_sentence(checkout):
    checkout.lock("run").unlink()
    result = bootstrap(checkout, "run")
    assert result.returncode == 1
    assert result.stderr == f"The system refused to use {checkout.lock('run')}: No such file or directory.\n"
