"""A site's folder in; a folder beside it to build in, and the one in the place of the other when all is well, out.

Every state in which a build can stop is told by names alone, and the next start mends it:

`.site.new`     a build that was not finished, or not put in place: it goes
`.site.old`     the last site, moved aside: it comes back where there is no site, or goes where there is
`.site.gone`    the last site, being deleted: it goes
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from opencity.problems import ContentErrors, Place, Problem
from opencity.publishing import lock
from opencity.publishing.manifest import differences


class Stage(StrEnum):
    """Where publishing can stop, in the order of the stages."""

    LOCK = "lock"
    MEND = "mend"
    MAKE = "make"
    COMPARE = "compare"
    KEEP = "keep"
    OLD_ASIDE = "old aside"
    NEW_IN = "new in"
    OLD_GONE = "old gone"


Reached = Callable[[Stage], None]
"""Is told each stage before its work: a test makes it fail there."""


def unwatched(stage: Stage) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One build on its way: where it is built, and the site that it will replace."""

    site: Path
    handle: int
    reached: Reached

    @property
    def new(self) -> Path:
        """The folder to build in."""
        return _beside(self.site, "new")


def begin(folder: Path, reached: Reached = unwatched) -> Publication:
    """Mend what an earlier build left, and make an empty folder beside the site's, on the same file system.

    A site's folder that is a symbolic link stays one: what it leads to is replaced. Raises ContentErrors when another
    build of the same site is under way or the place cannot be written.
    """
    site = folder.resolve()
    try:
        reached(Stage.LOCK)
        if site.exists() and not site.is_dir():
            raise NotADirectoryError(f"{site.name}: not a folder")
        site.parent.mkdir(parents=True, exist_ok=True)
        handle = lock.take(_beside(site, "lock"))
    except lock.Busy:
        raise ContentErrors((Problem("E-SITE-BUSY", Place(site.name)),)) from None
    except OSError as error:
        raise _unwritten(site, error) from error
    publication = Publication(site, handle, reached)
    try:
        reached(Stage.MEND)
        _mend(site)
        reached(Stage.MAKE)
        publication.new.mkdir()
    except OSError as error:
        lock.give_back(_beside(site, "lock"), handle)
        raise _unwritten(site, error) from error
    return publication


def publish(publication: Publication) -> None:
    """Put the new site in the place of the old one, which is whole until the very last step.

    Raises ContentErrors when the new site is not as it was when it was checked, or cannot be put in place.
    """
    site, new, old, reached = publication.site, publication.new, _beside(publication.site, "old"), publication.reached
    try:
        reached(Stage.COMPARE)
        changed = differences(new)
        if changed:
            raise ContentErrors(tuple(Problem("E-SITE-CHANGED", Place(path)) for path in changed))
        if site.exists():
            reached(Stage.KEEP)
            _keep_hidden(site, new)
            reached(Stage.OLD_ASIDE)
            site.rename(old)
        try:
            reached(Stage.NEW_IN)
            new.rename(site)
        except BaseException:
            if old.exists():
                old.rename(site)
            raise
    except OSError as error:
        raise _unwritten(site, error) from error


def end(publication: Publication) -> None:
    """Clear away what is left of a build that was published, or was not. What cannot go now goes at the next start."""
    try:
        publication.reached(Stage.OLD_GONE)
        _mend(publication.site)
    except OSError:
        return
    finally:
        lock.give_back(_beside(publication.site, "lock"), publication.handle)


def _mend(site: Path) -> None:
    """Bring the folder to where it was before an interrupted build, or after a finished one."""
    old, gone = _beside(site, "old"), _beside(site, "gone")
    _remove(gone)
    if old.exists():
        if site.is_dir() and not any(site.iterdir()):
            site.rmdir()  # made by something that wanted a folder there: it holds nothing, the old one does
        old.rename(gone if site.exists() else site)
        _remove(gone)
    _remove(_beside(site, "new"))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _keep_hidden(site: Path, new: Path) -> None:
    """Files and folders with a dot, such as `.git` or `.htaccess`, stay through a build of MkDocs; here too."""
    shutil.copymode(site, new)
    for path in site.glob(".*"):
        target = new / path.name
        if target.exists() or target.is_symlink():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy2(path, target, follow_symlinks=False)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _unwritten(site: Path, error: OSError) -> ContentErrors:
    return ContentErrors((Problem("E-SITE-WRITE", Place(site.name), {"given": error.strerror or str(error)}),))
