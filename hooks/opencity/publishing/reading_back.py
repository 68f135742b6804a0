"""The folder of a finished site in; everything that is wrong with it as a reader's browser would find it, out."""

from __future__ import annotations

from pathlib import Path

from opencity.problems import Collector, Problem
from opencity.publishing.hosts import check_hosts
from opencity.publishing.links import check_links
from opencity.publishing.marks import check_marks
from opencity.publishing.site_files import read_site
from opencity.publishing.twins import check_twins
from opencity.publishing.weight import check_weight


def read_back(folder: Path, address: str, locales: tuple[str, ...]) -> tuple[Problem, ...]:
    """All problems of a finished site, by file and line. Templates and plugins are not trusted to have done it right.

    `address` is the site's, with a slash at its end; `locales` begin with the language at its root.
    """
    site = read_site(folder, address, locales)
    problems = Collector()
    for check in (check_links, check_marks, check_twins, check_hosts, check_weight):
        problems.extend(check(site))
    return problems.sorted()
