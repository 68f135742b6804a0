"""The address of a repository and a file in it in; where a code host shows the file, or its changes, out."""

from __future__ import annotations

from urllib.parse import quote, urlsplit


def history_address(repository: str, file: str) -> str:
    """Where a code host lists the changes of a file, on whatever its main branch is; else the repository.

    >>> history_address("https://github.com/miasto/strona", "docs/pl/index.md")
    'https://github.com/miasto/strona/commits/HEAD/docs/pl/index.md'
    """
    return _at_host(repository, "commits", file) or repository


def file_address(repository: str | None, file: str) -> str | None:
    """Where a code host shows a file, on whatever its main branch is; None for a host that nobody knows.

    >>> file_address("https://gitlab.com/miasto/strona", "docs/pl/index.md")
    'https://gitlab.com/miasto/strona/-/blob/HEAD/docs/pl/index.md'
    """
    return _at_host(repository, "blob", file) if repository else None


def _at_host(repository: str, what: str, file: str) -> str | None:
    base, host = repository.rstrip("/"), urlsplit(repository).netloc
    if host == "github.com":
        return f"{base}/{what}/HEAD/{quote(file)}"
    return f"{base}/-/{what}/HEAD/{quote(file)}" if host.startswith("gitlab.") else None
