import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from tests.channels.smtp_server import SmtpServer


class Certificates:
    """An authority to be trusted, and what servers show."""

    def __init__(self, folder):
        self.authority = trustme.CA()
        self.ca_file = str(folder / "authority.pem")
        self.authority.cert_pem.write_to_path(self.ca_file)
        yesterday = datetime.now(UTC) - timedelta(days=1)
        self.good = self.authority.issue_cert("localhost", "127.0.0.1")
        self.of_another_host = self.authority.issue_cert("mail.elsewhere.test")
        self.of_another_authority = trustme.CA().issue_cert("localhost", "127.0.0.1")
        self.expired = self.authority.issue_cert("localhost", "127.0.0.1", not_after=yesterday)

    def context(self, certificate=None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        (certificate or self.good).configure_cert(context)
        return context


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def server(certificates):
    server = SmtpServer(certificates.context())
    yield server
    server.close()
