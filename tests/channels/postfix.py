"""A Postfix of our own: loopback ports, its own folders, ended by its own process id.

What it accepts for the known addresses goes through its queue to a program, which writes each mail into a file and its
name into a pipe, so that a test can wait for it.
"""

import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from glob import glob
from pathlib import Path
from typing import NamedTuple

SBIN = Path("/usr/lib/postfix/sbin")
KNOWN = ("clerk@city.test", "records@city.test", "xaawo@home.test")
USER = "table@sender.test"
PASSWORD = "plum orchard Ü 91"  # noqa: S105  (of no account)
LARGEST = 400_000
LONGEST_WAIT = 30
"""Seconds to wait for a mail that must come."""

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
myhostname = mail.sender.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
local_recipient_maps =
smtputf8_enable = yes
message_size_limit = {largest}
virtual_mailbox_domains = city.test, home.test
virtual_mailbox_maps = inline:{{ {known} }}
virtual_transport = {transport}
collect_destination_recipient_limit = 1
smtpd_tls_chain_files = {folder}/server.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_sender_login_maps = inline:{{ {user}={user} }}
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_client_connection_rate_limit = 0
"""
MASTER = """\
{ports[starttls]} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
{ports[tls]} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
{ports[soft]} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt -o soft_bounce=yes
{ports[greylist]} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
  -o {{ smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:{ports[policy]} }}
{ports[untls]} inet n - n - - smtpd -o smtpd_tls_security_level=none
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
collect unix - n n - - pipe flags=R user=nobody argv=/bin/sh {folder}/collect ${{recipient}}
"""
COLLECT = """\
file=$(mktemp {folder}/mail/XXXXXXXXXX) && cat > "$file" && echo "$1 $file" > {folder}/arrived
"""
SASL = """\
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {folder}/sasldb2
mech_list: PLAIN LOGIN
"""


class Arrived(NamedTuple):
    recipient: str
    content: bytes


def missing():
    """Return what a Postfix of our own lacks here, in words."""
    lacks = [] if os.name == "posix" and os.geteuid() == 0 else ["the rights of root"]
    lacks += [] if (SBIN / "master").exists() else ["postfix"]
    lacks += [] if shutil.which("saslpasswd2") else ["saslpasswd2"]
    lacks += [] if glob("/usr/lib/*/sasl2/libplain.so*") else ["libsasl2-modules"]  # noqa: PTH207  (an absolute pattern)
    return lacks


class Postfix:
    def __init__(self, certificate, transport="collect"):
        self.folder = Path(tempfile.mkdtemp(prefix="postfix-"))
        self.folder.chmod(0o755)
        self._write(certificate, transport)
        self._arrived = os.open(self.folder / "arrived", os.O_RDWR | os.O_NONBLOCK)
        self._unread = b""
        assert any(self._starts() for _ in range(5)), "Postfix does not start"

    def arrived(self, count):
        """Wait for this many mails and return them, sorted by recipient."""
        lines = []
        while len(lines) < count:
            ready, _, _ = select.select([self._arrived], [], [], LONGEST_WAIT)
            assert ready, f"{len(lines)} of {count} mails came; {self.log()}"
            self._unread += os.read(self._arrived, 65536)
            *whole, self._unread = self._unread.split(b"\n")
            lines += whole
        assert len(lines) == count
        pairs = sorted(line.decode().split(" ") for line in lines)
        return [Arrived(recipient, Path(file).read_bytes()) for recipient, file in pairs]

    def log(self):
        """What its log says by now; it is written a little later than what it tells of."""
        return (self.folder / "mail.log").read_text(encoding="utf-8", errors="replace")

    def close(self):
        pid = int((self.folder / "spool/pid/master.pid").read_text())
        process = os.pidfd_open(pid)
        os.kill(pid, signal.SIGTERM)
        ended, _, _ = select.select([process], [], [], LONGEST_WAIT)
        os.close(process)
        os.close(self._arrived)
        assert ended, "Postfix did not end"
        shutil.rmtree(self.folder)

    def _starts(self):
        """Whether it starts; it does not where somebody else took one of the ports just now."""
        self.ports = free_ports("starttls", "tls", "soft", "greylist", "policy", "untls")
        ports = {name: port if name == "policy" else f"127.0.0.1:{port}" for name, port in self.ports.items()}
        (self.folder / "etc/master.cf").write_text(MASTER.format(folder=self.folder, ports=ports))
        self._run("/usr/sbin/postfix", "-c", self.folder / "etc", "check")
        master = [str(SBIN / "master"), "-c", str(self.folder / "etc"), "-w"]
        return subprocess.run(master, check=False).returncode == 0

    def _write(self, certificate, transport):
        known = " ".join(f"{{ {address} = here }}" for address in KNOWN)
        for folder, owner in (("etc", ""), ("etc/sasl", ""), ("spool", ""), ("data", "postfix"), ("mail", "nobody")):
            (self.folder / folder).mkdir(mode=0o755)
            if owner:
                shutil.chown(self.folder / folder, owner)
        main = MAIN.format(folder=self.folder, known=known, user=USER, largest=LARGEST, transport=transport)
        (self.folder / "etc/main.cf").write_text(main)
        (self.folder / "etc/sasl/smtpd.conf").write_text(SASL.format(folder=self.folder))
        (self.folder / "collect").write_text(COLLECT.format(folder=self.folder))
        pems = [certificate.private_key_pem, *certificate.cert_chain_pems]
        (self.folder / "server.pem").write_bytes(b"".join(pem.bytes() for pem in pems))
        (self.folder / "server.pem").chmod(0o600)
        os.mkfifo(self.folder / "arrived")
        os.chown(self.folder / "arrived", pwd.getpwnam("nobody").pw_uid, -1)
        name, realm = USER.split("@")
        self._run("saslpasswd2", "-p", "-c", "-f", self.folder / "sasldb2", "-u", realm, name, input=PASSWORD)
        shutil.chown(self.folder / "sasldb2", "postfix")

    @staticmethod
    def _run(*command, **options):
        words = [str(word) for word in command]
        return subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8", **options)


def free_ports(*names):
    """Return a port for each name, all free at this moment."""
    holders = [socket.create_server(("127.0.0.1", 0)) for _ in names]
    ports = {name: holder.getsockname()[1] for name, holder in zip(names, holders, strict=True)}
    for holder in holders:
        holder.close()
    return ports
