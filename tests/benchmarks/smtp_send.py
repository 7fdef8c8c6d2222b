"""How long sending takes beside the least that it takes: messages over one kept connection with TLS and a login.

    .venv/bin/python -m tests.benchmarks.smtp_send [messages]

The floor is `smtplib` in a bare loop: MAIL, RCPT, DATA, the same prepared bytes, TCP_NODELAY, no gate, no deadline, one
time limit a read. Both take turns by tens of messages against the same server. The first server is a Postfix of our
own, which syncs each message to the disk; the second is our scripted one, which keeps them in memory, so that little
but the client is left. Figures are medians of seconds a message, without what an outbox adds to it.
"""

import smtplib
import socket
import ssl
import sys
import tempfile
import time
from base64 import b64encode
from pathlib import Path
from statistics import median

from testimony_app.channels.email_smtp import SmtpChannel, SmtpSettings
from testimony_app.domain.submission import OutcomeKind
from tests.benchmarks.report import Row, not_run, numbers, told
from tests.channels import postfix, smtp_server
from tests.channels.conftest import Certificates
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER

MESSAGES = 500
IN_A_ROW = 10
MOST_TIMES_THE_FLOOR = 1.5
GOAL = "Sending mail"


def rows():
    (messages,) = numbers(MESSAGES)
    with tempfile.TemporaryDirectory() as folder:
        certificates = Certificates(Path(folder))
        lacks = postfix.missing()
        if lacks:
            yield not_run(GOAL, "by the channel, Postfix", f"{' and '.join(lacks)} is missing")
        else:
            server = postfix.Postfix(certificates.good, transport="discard")
            yield measure("Postfix", server.ports["starttls"], postfix, certificates, messages)
            server.close()
        server = smtp_server.SmtpServer(certificates.context())
        yield measure("scripted server", server.port, smtp_server, certificates, messages)
        server.close()


def measure(name, port, account, certificates, messages):
    settings = SmtpSettings(
        ("clerk@city.test",), account.USER, "localhost", port, username=account.USER, ca_file=certificates.ca_file
    )
    channel = SmtpChannel(settings, lambda: account.PASSWORD)
    payload = channel.prepare(LETTER, IDS)
    floor = bare(settings, account.PASSWORD)
    least, ours = [], []
    with channel, floor:
        for _ in range(max(1, messages // IN_A_ROW)):
            least += [seconds(lambda: by_smtplib(floor, settings, payload)) for _ in range(IN_A_ROW)]
            ours += [seconds(lambda: by_channel(channel, payload)) for _ in range(IN_A_ROW)]
    ratio = median(ours) / median(least)
    beside = f"bare smtplib {median(least) * 1000:.2f} ms"
    return Row(GOAL, f"by the channel, {name}", median(ours) * 1000, "ms", beside, ratio, MOST_TIMES_THE_FLOOR)


def bare(settings, password):
    client = smtplib.SMTP(settings.host, settings.port, timeout=30)
    client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.starttls(context=ssl.create_default_context(cafile=settings.ca_file))
    client.ehlo()
    login = b64encode(f"\0{settings.username}\0{password}".encode()).decode()  # its own login takes ASCII only
    assert client.docmd("AUTH", f"PLAIN {login}")[0] == 235
    return client


def by_smtplib(client, settings, payload):
    assert client.sendmail(settings.sender, payload.recipients, payload.content) == {}


def by_channel(channel, payload):
    outcome = channel.send(payload, RecordingGate(), time.monotonic() + 60)
    assert outcome.kind is OutcomeKind.ACCEPTED, outcome


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(told(rows()))
