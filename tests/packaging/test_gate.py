import ast
import os
import subprocess
import sys

import pytest

from tests.packaging.conftest import ROOT

GATE = ROOT / "packaging" / "bootstrap.py"

AS_ANOTHER = """
import runpy, sys
sys.version_info = {version}
sys.argv = [{gate!r}, "run"]
runpy.run_path({gate!r}, run_name="__main__")
"""


def start_as(version, path):
    code = AS_ANOTHER.format(version=(*version, 0, "final", 0), gate=str(GATE))
    environment = {**os.environ, "PATH": str(path)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 14)])
def test_another_python_gets_a_sentence_and_no_traceback(version, tmp_path):
    result = start_as(version, tmp_path)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"Testimony needs Python 3.11, 3.12 or 3.13. This is Python {version[0]}.{version[1]}."
        " Install one of them, for example from your system's software center, and use it here.\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
def test_another_python_names_the_right_one_where_it_works(tmp_path):
    for name, code in (("python3.13", 127), ("python3.12", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    result = start_as((3, 9), tmp_path)
    assert result.stderr.endswith(f" Run this instead: python3.12 {GATE} run\n")


def test_old_pythons_can_read_the_gate():
    text = GATE.read_text(encoding="ascii")
    tree = ast.parse(text, feature_version=(3, 4))
    too_new_for_2_7 = (ast.AnnAssign, ast.AsyncFunctionDef, ast.JoinedStr, ast.Nonlocal, ast.Starred, ast.arg)
    starred_call = [node.args for node in ast.walk(tree) if isinstance(node, ast.Call)]
    allowed = {id(word) for words in starred_call for word in words[-1:] if isinstance(word, ast.Starred)}
    found = [node for node in ast.walk(tree) if isinstance(node, too_new_for_2_7) and id(node) not in allowed]
    assert found == []
