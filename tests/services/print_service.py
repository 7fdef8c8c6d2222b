"""A print service of our own: the system's CUPS with folders, a socket and printers that only a test has.

A job of the printer Reading_Room ends in a file; Locked_Room takes none.
"""

import os
import select
import shutil
import subprocess
from pathlib import Path

CUPSD = shutil.which("cupsd") or "/usr/sbin/cupsd"
SERVER_BIN = Path("/usr/lib/cups")
SETTINGS = """\
Listen {folder}/socket
LogLevel debug
DefaultAuthType None
Browsing Off
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
FILES = """\
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
ServerBin {folder}/bin
User lp
Group lp
SystemGroup root
"""
PRINTERS = """\
<DefaultPrinter Reading_Room>
DeviceURI collect:/room
State Idle
Accepting Yes
</DefaultPrinter>
<Printer Locked_Room>
DeviceURI collect:/room
State Idle
Accepting No
</Printer>
"""
COLLECT = """\
#!/bin/sh
[ $# = 0 ] && exit 0
{{ printf '%s\\n' "$3" "$4"; if [ -n "$6" ]; then cat "$6"; else cat; fi; }} > {folder}/printed
"""
LONGEST_WAIT = 30
"""Seconds to wait for a page that must come."""


def missing():
    """Return what must be installed first."""
    return (
        [] if Path(CUPSD).exists() and shutil.which("lp") and shutil.which("lpstat") else ["cups-daemon, cups-client"]
    )


class PrintService:
    def __init__(self, folder):
        self.folder = folder
        for name in ("root", "spool", "cache", "state", "bin/backend"):
            (folder / name).mkdir(parents=True)
        for name in ("daemon", "filter"):
            (folder / "bin" / name).symlink_to(SERVER_BIN / name)
        backend = folder / "bin" / "backend" / "collect"
        backend.write_text(COLLECT.format(folder=folder))
        backend.chmod(0o700)  # run as root, so that it may write where the test reads
        (folder / "root" / "printers.conf").write_text(PRINTERS)
        (folder / "settings").write_text(SETTINGS.format(folder=folder))
        (folder / "files").write_text(FILES.format(folder=folder))
        shutil.chown(folder / "spool", group="lp")
        for name in ("spool", "cache"):
            (folder / name).chmod(0o770)
        os.mkfifo(folder / "printed")
        self._printed = os.open(folder / "printed", os.O_RDONLY | os.O_NONBLOCK)
        self._poll = select.poll()
        self._poll.register(self._printed, select.POLLIN)
        self.environment = {"CUPS_SERVER": str(folder / "socket"), "PATH": os.environ["PATH"]}
        self._process = subprocess.Popen(
            [CUPSD, "-f", "-c", str(folder / "settings"), "-s", str(folder / "files")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while b"scheduler is running" not in self._asked("lpstat", "-r"):
            if self._process.poll() is not None:
                raise OSError((folder / "error").read_text())

    def page(self):
        """Return what was printed, how the job was called, and how many copies were asked for."""
        pieces = []
        while True:
            if not self._poll.poll(LONGEST_WAIT * 1000):
                raise TimeoutError((self.folder / "error").read_text()[-4000:])
            piece = os.read(self._printed, 65536)
            if not piece:  # whoever wrote has closed it
                break
            pieces.append(piece)
        content = b"".join(pieces)
        title, copies, page = content.split(b"\n", 2)
        return page, title.decode(), int(copies)

    def jobs(self):
        return self._asked("lpstat", "-W", "all", "-o").decode()

    def _asked(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, check=False).stdout

    def stop(self):
        self._process.terminate()
        self._process.wait()

    def close(self):
        self.stop()
        os.close(self._printed)
