import subprocess
import sys

from testimony_app import __version__


def test_the_program_says_its_version():
    result = subprocess.run(
        [sys.executable, "-m", "testimony_app", "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout == f"testimony {__version__}\n"
