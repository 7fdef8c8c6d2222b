"""The only TLS that the ways over HTTP speak: the server's certificate is looked at, and its name."""

import ssl


def verified_tls(ca_file: str) -> ssl.SSLContext:
    """Return a context that trusts the authorities of the system, or those in `ca_file` alone. Raises OSError."""
    context = ssl.create_default_context(cafile=ca_file or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
