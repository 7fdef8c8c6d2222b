"""Start Testimony, or its tests, on a machine that has only Python.

    python3 packaging/bootstrap.py run [-- words for testimony]
    python3 packaging/bootstrap.py test [-- words for pytest]
    python3 packaging/bootstrap.py check [--no-tests]

This file is a gate. It keeps to words that even Python 2.7 understands, so that an old Python gets a sentence instead
of a syntax error. Everything else is in the folder `bootstrapping` next to it.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWEST = (3, 13)

if not OLDEST <= tuple(sys.version_info[:2]) <= NEWEST:
    sentence = "Testimony needs Python 3.11, 3.12 or 3.13. This is Python {}.{}.".format(*sys.version_info[:2])
    advice = " Install one of them, for example from your system's software center, and use it here."
    for name in ("python3.13", "python3.12", "python3.11"):
        with open(os.devnull, "w") as nowhere:
            try:
                answer = subprocess.call([name, "-c", ""], stdout=nowhere, stderr=nowhere)
            except OSError:
                continue
        if answer == 0:
            advice = " Run this instead: " + " ".join([name] + sys.argv)
            break
    sys.exit(sentence + advice)

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from bootstrapping.commands import main

    sys.exit(main(sys.argv[1:]))
