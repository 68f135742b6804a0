"""What is wrong with a file, as values: found by readers and rules, worded per language, printed."""

from opencity.problems.problem import Collector, ContentErrors, Mark, Place, Problem
from opencity.problems.wording import word

__all__ = ["Collector", "ContentErrors", "Mark", "Place", "Problem", "word"]
