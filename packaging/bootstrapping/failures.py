"""What can stop the bootstrap, each as a sentence with what to do next."""

import errno

from bootstrapping.processes import Ended

TAIL_LINES = 12

DISK_FULL = "The disk is full. Free about 500 MB and run this again."

_DISK_SIGNS = ("No space left on device", "[Errno 28]", "Disk quota exceeded", "[WinError 112]", "not enough space")

_NOT_THE_LOCKED = (
    "A downloaded package is not the one that the lock names, so nothing was installed. "
    "Run this again. If it happens again, please report it."
)
_NOT_TRUSTED = (
    "The package index could not prove who it is, so nothing was installed. "
    "Check this computer's date and pip's certificate setting, and run this again."
)
_NO_NETWORK = (
    "The network did not answer, so nothing was installed. "
    "Check the internet connection, or the proxy and index settings of pip, and run this again."
)
_NOT_FOUND = (
    "The package index did not answer, or has no ready build of a package for this Python and this system, "
    "so nothing was installed. Check the internet connection, and that this is a 64-bit Python, and run this again."
)
_DOWNLOAD_SIGNS = {
    "DO NOT MATCH THE HASHES": _NOT_THE_LOCKED,
    "CERTIFICATE_VERIFY_FAILED": _NOT_TRUSTED,
    "certificate verify failed": _NOT_TRUSTED,
    "Failed to establish a new connection": _NO_NETWORK,
    "NewConnectionError": _NO_NETWORK,
    "NameResolutionError": _NO_NETWORK,
    "Temporary failure in name resolution": _NO_NETWORK,
    "Temporary failure resolving": _NO_NETWORK,
    "ConnectTimeoutError": _NO_NETWORK,
    "ReadTimeoutError": _NO_NETWORK,
    "Read timed out": _NO_NETWORK,
    "Network is unreachable": _NO_NETWORK,
    "Connection refused": _NO_NETWORK,
    "Connection broken": _NO_NETWORK,
    "RemoteDisconnected": _NO_NETWORK,
    "Could not connect to": _NO_NETWORK,
    "Could not resolve": _NO_NETWORK,
    "ProxyError": _NO_NETWORK,
    "No matching distribution found": _NOT_FOUND,
}
"""What pip and apt-get print when a download fails, the surest sign first: one failure may show several."""


class BootstrapError(Exception):
    """The bootstrap cannot go on. Its text is the sentence for the person."""


class DownloadError(BootstrapError):
    """A download failed before anything was changed, so what was there before is still whole."""


def explain(what_failed: str, ended: Ended) -> BootstrapError:
    """Turn the end of a command into a sentence, and add its last lines only where the cause is not known."""
    if any(sign in ended.output for sign in _DISK_SIGNS):
        return BootstrapError(DISK_FULL)
    for sign, sentence in _DOWNLOAD_SIGNS.items():
        if sign in ended.output:
            return DownloadError(sentence)
    lines = [line for line in ended.output.splitlines() if line.strip()]
    tail = "\n".join("    " + line for line in lines[-TAIL_LINES:])
    return BootstrapError(f"{what_failed} failed with exit code {ended.code}. Its last lines:\n{tail}")


def explain_os_error(error: OSError) -> str:
    """Say in a sentence why a file or a command could not be used."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return f"The system refused: {reason}."
    return f"The system refused to use {error.filename}: {reason}."
