"""How long a message takes through the outbox, every change of state on disk, beside a bare loop of smtplib.

    .venv/bin/python -m tests.benchmarks.outbox_smtp [COUNT]

Both send the same messages over one kept TLS connection to a Postfix of our own on loopback. The floor has TCP_NODELAY
and its bytes prepared. They take turns in blocks; the ratio is the median of the blocks'. A message is as long as a
letter with its Word file, and as one with a PDF too.
"""

import os
import smtplib
import socket
import ssl
import sys
import tempfile
import time
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from testimony_app.channels.channel_reader import SetBy, channel_from
from testimony_app.services.outbox_run import OutboxRun
from testimony_app.services.sending import sender_for
from testimony_app.settings.secrets import Secrets
from tests.benchmarks.report import Row, not_run, numbers, told
from tests.channels import postfix
from tests.channels.conftest import Certificates
from tests.channels.postfix import PASSWORD, USER
from tests.services.outbox_scenes import Scene

BLOCKS = 10
SIZES = (13_000, 54_000)
LINE = "A heron stood by the bridge, and nobody asked it who it was. "[:60] + "\r\n"
MOST_TIMES = 1.5
LOGGED_IN = 235
GOAL = "Sending mail"


def rows():
    (count,) = numbers(1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificates = Certificates(folder)
        if lacks := postfix.missing():
            yield not_run(GOAL, "through the outbox, Postfix", f"{' and '.join(lacks)} is missing")
            return
        server = postfix.Postfix(certificates.good, transport="discard")
        try:
            for size in SIZES:
                yield measure(folder, server.ports["starttls"], certificates, count, size)
        finally:
            server.close()


def measure(folder, port, certificates, count, size):
    os.environ["BENCHMARK"] = PASSWORD
    channel = channel_from(
        "clerk",
        {
            "kind": "email_smtp", "title": "Clerk", "to": ["clerk@city.test"], "from": USER, "host": "localhost",
            "port": port, "security": "starttls", "username": USER, "secret": "env:BENCHMARK",
            "ca_file": certificates.ca_file,
        },
        SetBy.PERSON,
    )  # fmt: skip
    profile = folder / f"profile-{size}"
    profile.mkdir(mode=0o700)
    scene = Scene(profile)
    scene.save_draft()
    sender = sender_for(channel, Secrets())
    run = OutboxRun(scene.store, scene.ledger, lambda _row: sender)
    floor = connected(port, certificates)
    in_block = count // BLOCKS
    ratios, ours, bare = [], [], []
    for block in range(BLOCKS + 1):
        names = [
            scene.queue(message(block * in_block + each, size), recipients=("clerk@city.test",))
            for each in range(in_block)
        ]
        start = time.perf_counter()
        run.run_due()
        taken = (time.perf_counter() - start) / in_block
        start = time.perf_counter()
        for each in range(in_block):
            floor.sendmail(USER, ["clerk@city.test"], message(block * in_block + each, size))
        least = (time.perf_counter() - start) / in_block
        if block:
            ours.append(taken)
            bare.append(least)
            ratios.append(taken / least)
    states = {scene.row(name).state.value for name in names}
    run.close()
    scene.close()
    floor.quit()
    if states != {"accepted"}:
        raise ValueError(states)
    beside = f"bare smtplib {median(bare) * 1000:.2f} ms"
    what = f"through the outbox, Postfix, {size / 1000:g} kB"
    return Row(GOAL, what, median(ours) * 1000, "ms", beside, median(ratios), MOST_TIMES)


def message(number, size):
    date = datetime(2026, 12, 8, tzinfo=UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    head = (
        f"From: {USER}\r\nTo: clerk@city.test\r\nSubject: {number}\r\nDate: {date}\r\nMessage-ID: <{number}@x.test>\r\n"
    )
    return (head + "\r\n" + LINE * (size // len(LINE))).encode()


def connected(port, certificates):
    floor = smtplib.SMTP("localhost", port)
    floor.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    floor.starttls(context=ssl.create_default_context(cafile=certificates.ca_file))
    floor.ehlo()
    login = b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()  # its own login takes ASCII only
    if floor.docmd("AUTH", f"PLAIN {login}")[0] != LOGGED_IN:
        raise ValueError("the login was refused")
    return floor


if __name__ == "__main__":
    sys.exit(told(rows()))
