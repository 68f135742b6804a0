"""A project and the files that somebody has reviewed in; `data/translations.yml` and `data/addresses.yml` renewed.

These two files are written here and nowhere else. Each is replaced as a whole or not touched: whoever reads one meets
the old lines or the new ones. Where lines of a file cannot be read, it is left as it is, so that nothing is lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from opencity.answers import told
from opencity.pages.page_map import PageMap
from opencity.pages.recorded import ADDRESSES, addresses_file
from opencity.pages.twin_paths import pages_astray
from opencity.problems import wording
from opencity.register.registry import Registry
from opencity.scaffold.language import stub_pages
from opencity.site.engine import Checked, check_content, check_date
from opencity.translations.renewal import Everything, renewed
from opencity.translations.report import listing, renewal_lines
from opencity.translations.stamps import STAMPS, read_stamps, stamps_file
from opencity.translations.status import State, Translations


class Refused(Exception):
    """Nothing was done; `lines` say why, and `status` is the command's exit status."""

    def __init__(self, lines: Sequence[str], status: int) -> None:
        super().__init__(lines)
        self.lines = tuple(lines)
        self.status = status


def list_translations(root: Path, language: str) -> Iterator[str]:
    """The lines of `make translations`.

    Raises Refused where register or pages cannot be read at all.
    """
    checked, registry, _ = read_or_refuse(root, language)
    yield from listing(checked.translations, registry.site.locales, language)
    if not checked.translations.found:
        yield told("none", language)
    if checked.has_errors:
        yield told("errors", language)


def stamp(root: Path, files: Sequence[str], language: str, *, everything: bool = False) -> Iterator[str]:
    """Record what is new, confirm what was reviewed in the files or everywhere, and say so, line by line.

    With files, nothing else is recorded or dropped. Raises Refused, and then nothing was written.
    """
    checked, registry, pages = read_or_refuse(root, language)
    unread = read_stamps(root).problems
    if unread:
        raise Refused(wording.as_text(unread, language).splitlines(), 1)
    chosen = frozenset(_chosen(root, files, checked.translations, language))
    some = chosen or Everything()
    reviewed = Everything() if everything else chosen
    locales = registry.site.locales
    renewal = renewed(checked.translations, some, reviewed, locales, keep=checked.has_errors)
    next_texts = _files(root, checked, pages, stamps_file(renewal.stamps))
    changed = [name for name, text in next_texts if _write(root, name, text)]
    said = [*renewal_lines(renewal, language)]
    yield from said
    if STAMPS in changed and not said:
        yield told("tidied", language, file=STAMPS)
    if ADDRESSES in changed:
        yield told("addresses", language, file=ADDRESSES)
    if checked.has_errors:
        yield told("held", language)
    if not changed and not said:
        yield told("nothing", language)


def missing_stubs(root: Path, language: str) -> dict[str, str]:
    """The stubs of `make stubs`: a file for each page and published language that lacks it, and is not elsewhere.

    Raises Refused where register or pages cannot be read at all.
    """
    _, registry, pages = read_or_refuse(root, language)
    astray = [each for each in pages_astray(pages) if each.is_certain]
    moved = {(each.page.locale, each.twin.path) for each in astray} | {
        (each.twin.locale, each.page.path) for each in astray
    }
    found: dict[str, str] = {}
    for locale in registry.site.locales:
        for name, text in stub_pages(locale, pages).items():
            path = name.removeprefix(f"docs/{locale}/")
            if not (pages.get(path, locale) or pages.is_broken(path, locale) or (locale, path) in moved):
                found[name] = text
    return found


def read_or_refuse(root: Path, language: str) -> tuple[Checked, Registry, PageMap]:
    """The content as far as it can be read, and its register and pages.

    Raises Refused where these cannot be read at all.
    """
    checked = check_content(root, today=check_date(root))
    if checked.registry is None or checked.pages is None:
        raise Refused(wording.as_text(checked.problems, language).splitlines(), 1)
    return checked, checked.registry, checked.pages


def _chosen(root: Path, files: Sequence[str], translations: Translations, language: str) -> Iterator[str]:
    """The given files as the stamps name them.

    Raises Refused for one that holds no translation.
    """
    there = {each.subject.file for each in translations.found if each.state is not State.MISSING}
    missing = {each.subject.file for each in translations.found}
    faults = []
    for given in files:
        name = _named(root, given)
        known = [each.subject.file for each in translations.found if each.path and each.original.file == name]
        if name in there:
            yield name
        elif known:
            faults.append(told("is_original", language, given=given, known=", ".join(known)))
        else:
            faults.append(told("is_missing" if name in missing else "not_known", language, given=given))
    if faults:
        raise Refused(faults, 2)


def _named(root: Path, given: str) -> str:
    """A path from the project's root, with slashes, whichever way it was written."""
    path = Path(os.path.normpath(given.replace("\\", "/")))
    whole = root.resolve()
    return path.relative_to(whole).as_posix() if path.is_relative_to(whole) else path.as_posix()


def _files(root: Path, checked: Checked, pages: PageMap, stamps: str) -> Iterator[tuple[str, str]]:
    """The files with their next texts; addresses only where nothing is wrong, for they stay for ever."""
    if not checked.has_errors:
        yield ADDRESSES, addresses_file(pages, root)
    yield STAMPS, stamps


def _write(root: Path, name: str, text: str) -> bool:
    """Replace a file in one step, if its text is another; says whether it did."""
    path, new = root / name, text.encode()
    if path.is_file() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(new)
    beside.replace(path)
    return True
