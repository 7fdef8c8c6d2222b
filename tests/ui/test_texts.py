"""Every text of the window can be translated, and the file for translators is in step with the source."""

import ast
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import testimony_app

ROOT = Path(__file__).parent.parent.parent
TEXTS = ROOT / "resources" / "translations" / "testimony.ts"
UI = Path(testimony_app.__file__).parent / "ui"


def translated_texts():
    """Every text given to tr or translate in the window: its context is that of its class, or the first argument."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                moves = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "painter"
                if name == "tr" or (name == "translate" and path.name != "words.py" and not moves):
                    yield path, node


def test_the_file_for_translators_is_in_step(tmp_path):
    made = tmp_path / "testimony.ts"
    command = [sys.executable, str(ROOT / "packaging" / "make_translations.py"), str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_text(encoding="utf-8") == TEXTS.read_text(encoding="utf-8")


def test_every_text_is_a_plain_literal_that_translators_see():
    known = {unescape(text) for text in re.findall("<source>(.*?)</source>", TEXTS.read_text("utf-8"), re.DOTALL)}
    count = 0
    for path, node in translated_texts():
        text = node.args[-1]
        assert isinstance(text, ast.Constant), (path, node.lineno)
        assert text.value in known, (path, node.lineno)
        count += 1
    assert count > 300


def test_no_text_of_the_window_breaks_our_rules_of_writing():
    for path, node in translated_texts():
        text = node.args[-1].value
        assert "!" not in text, (path, text)
        for word in ("invalid", "error", "failed", "submit", "session", "sync"):
            assert word not in text.lower().split(), (path, text)
