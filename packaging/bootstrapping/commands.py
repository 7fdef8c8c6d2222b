"""The words after `bootstrap.py`, and what each of them does."""

import argparse
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrapping.environment import Checkout, prepare
from bootstrapping.failures import BootstrapError, explain, explain_os_error
from bootstrapping.processes import run_quietly, say

GATES = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("deptry", "."),
    ("vulture",),
)
"""The quality gates, in the order in which they are cheap."""

EVERY_TEST = ("-n", str(min(os.cpu_count() or 1, 4) + 1), "--dist", "worksteal")
"""Words for pytest that run all tests in one process more than there are cores: some tests wait for other programs."""

UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where this is set, each of the programs that the tests start would compile all of its modules anew."""

STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks and return the exit code. What goes wrong becomes a sentence on standard error."""
    ours, theirs = _split(arguments)
    options = _parser().parse_args(ours)
    checkout = Checkout(Path(__file__).resolve().parents[2])
    try:
        return _do(options, theirs, checkout)
    except BootstrapError as error:
        say(str(error))
    except OSError as error:
        say(explain_os_error(error))
    except KeyboardInterrupt:
        say("Stopped.")
        return STOPPED
    return 1


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(arguments)
    if "--" not in words:
        return words, []
    border = words.index("--")
    return words[:border], words[border + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Start Testimony or its tests. What is missing is installed into the folder .venv first.",
        epilog="Words after -- go to the program: to testimony after run, to pytest after test and check, "
        "to uv after lock.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("run", help="start Testimony")
    commands.add_parser("test", help="run the tests")
    check = commands.add_parser("check", help="run every quality gate, then the tests")
    check.add_argument("--no-tests", action="store_true", help="leave the tests out")
    commands.add_parser("lock", help="write packaging/locks anew from pyproject.toml; needs uv")
    return parser


def _do(options: argparse.Namespace, theirs: Sequence[str], checkout: Checkout) -> int:
    if options.command == "lock":
        return _lock(checkout, theirs)
    prepare(checkout, options.command, run_quietly)
    if options.command == "run":
        return _become(checkout.program("testimony"), theirs)
    failed = _failed_gates(checkout) if options.command == "check" else []
    tests_code = 0
    if options.command == "test" or not options.no_tests:
        environment = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
        command = [str(checkout.program("pytest")), *(theirs or EVERY_TEST)]
        tests_code = subprocess.call(command, cwd=checkout.root, env=environment)
    for gate in failed:
        say(f"Not clean: {gate}")
    return tests_code or int(bool(failed))


def _become(program: Path, words: Sequence[str]) -> int:
    command = [str(program), *words]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def _failed_gates(checkout: Checkout) -> list[str]:
    failed = []
    for name, *words in GATES:
        gate = " ".join([name, *words])
        say(f"== {gate}")
        if subprocess.call([str(checkout.program(name)), *words], cwd=checkout.root):
            failed.append(gate)
    return failed


def _lock(checkout: Checkout, words: Sequence[str]) -> int:
    """Write all locks. The widest comes first and binds the others, so that .venv can grow from one to the next."""
    uv = shutil.which("uv")
    if uv is None:
        raise BootstrapError("Writing the locks needs uv. Install it with: python3 -m pip install uv")
    os.chdir(checkout.root)
    everything = "packaging/locks/check.txt"
    same_versions = ["--constraint", everything]
    _compile(uv, everything, ["pyproject.toml", "--group", "build", "--group", "test", "--group", "quality", *words])
    _compile(uv, "packaging/locks/test.txt", ["pyproject.toml", "--group", "test", *same_versions])
    _compile(uv, "packaging/locks/run.txt", ["pyproject.toml", *same_versions])
    _compile(uv, "packaging/locks/build.txt", ["--group", "build", *same_versions])
    return 0


def _compile(uv: str, file: str, words: Sequence[str]) -> None:
    say(f"Writing {file}")
    fixed = ["--universal", "--python-version", "3.11", "--only-binary", ":all:", "--generate-hashes"]
    no_hosts = ["--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    ended = run_quietly([uv, "pip", "compile", *words, *fixed, *no_hosts, "--output-file", file])
    if ended.code:
        raise explain(f"Writing {file} with uv", ended)
