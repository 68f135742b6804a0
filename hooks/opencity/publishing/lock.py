"""The path of a lock in; a lock that the system takes back by itself when its holder dies, out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Busy(Exception):
    """Somebody else holds the lock."""


def take(path: Path) -> int:
    """Take the lock or raise Busy at once; what is returned gives it back.

    Raises OSError where the file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _hold(handle)
        if not path.exists() or not os.path.samestat(os.fstat(handle), path.stat()):
            raise BlockingIOError  # its holder went, and took the file along, between our two steps
    except (BlockingIOError, PermissionError):
        os.close(handle)
        raise Busy(str(path)) from None
    return handle


def give_back(path: Path, handle: int) -> None:
    """End the lock. The file goes while it is still held, so that nobody waits on a file without a name."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
    os.close(handle)
    if sys.platform == "win32":
        path.unlink(missing_ok=True)
