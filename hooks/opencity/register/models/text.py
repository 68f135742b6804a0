"""Words as records hold them: lines, slugs, forms, addresses, and texts in several languages."""

from __future__ import annotations

import functools
import re
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from opencity.register.models.base import Record, fault

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of an id and of every part of an address."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(lambda text: _paired(text))]
Slug = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(lambda text: _slug(text))]


def form(pattern: str, example: str) -> AfterValidator:
    """A validator for text of a fixed form; the problem it raises shows the example, not the pattern."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise fault("E-FORM", given=text, example=example)
        return text

    return AfterValidator(check)


LocaleCode = Annotated[str, AfterValidator(lambda code: _two_letters(code))]

LanguageCode = Annotated[str, AfterValidator(lambda code: _language(code))]
"""The code of a language that is known by name (ISO 639): `uk` for Ukrainian, and not the country's `ua`."""


def _slug(text: str) -> str:
    if not re.fullmatch(SLUG, text):
        raise fault("E-ID", given=text)
    return text


@functools.cache  # a file of stamps asks it twice a line
def is_language(code: str) -> bool:
    """Whether a language has a code.

    >>> is_language("uk"), is_language("ua")
    (True, False)
    """
    return re.fullmatch(r"[a-z]{2,3}", code) is not None and code in Locale.parse("en").languages


def _two_letters(code: str) -> str:
    """Refuse what is no code of a language; capitals bring up the small letters."""
    if re.fullmatch("[a-z]{2}", code):
        return code
    raise fault("E-FORM", given=code, example=code.lower() if re.fullmatch("[A-Za-z]{2}", code) else "pl")


def _language(code: str) -> str:
    """Refuse a code that no language has."""
    if is_language(code):
        return code
    raise no_language(code)


def no_language(code: str, **details: object) -> PydanticCustomError:
    """The error for a code that no language has; the code of a country brings up its language."""
    likely = str(get_global("likely_subtags").get(f"und_{code.upper()}", ""))
    return fault("E-LANGUAGE", given=code, guess=likely.partition("_")[0], **details)


def _paired(text: str) -> str:
    """Refuse a Polish or English quotation mark that opens and never closes; German closes with the English opening."""
    closed = text.count("”") + (text.count("“") if "„" in text else 0)
    if max(text.count("„"), 0 if "„" in text else text.count("“")) not in (0, closed):
        raise fault("E-PAIR", given=text)
    return text


TextLocale = Annotated[LocaleCode, AfterValidator(lambda code: _language(code))]
"""The code of a language as fields are called: two letters."""

Words = Annotated[Line | None, BeforeValidator(lambda raw: None if isinstance(raw, str) and not raw.strip() else raw)]
"""Words in one language; left empty, they are not translated yet."""


class Text(Record):
    """The same words in each language. `original` names the language they were first written in.

    The original is never missing. Any other language may wait for its translation: readers get the original then.

    >>> Text.model_validate({"pl": "sieć", "en": "network"}).in_("en")
    'network'
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)
    __pydantic_extra__: dict[str, Words]
    usual: ClassVar[tuple[str, ...]] = ("pl", "en")

    pl: Words = None
    en: Words = None
    original: TextLocale = "pl"

    @model_validator(mode="after")
    def _has_an_original_and_languages_that_exist(self) -> Text:
        for locale in self.__pydantic_extra__:
            if not is_language(locale):
                raise no_language(locale, at=locale)
        if not getattr(self, self.original, None):
            raise fault("E-TRANSLATION", locale=self.original, at=self.original)
        return self

    @classmethod
    def _takes(cls, key: str) -> bool:
        return re.fullmatch(r"[a-z]{2}", key) is not None

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that it has words in."""
        return tuple(key for key in ("pl", "en", *self.__pydantic_extra__) if getattr(self, key))

    def in_(self, locale: str) -> str:
        """The words in a language, or in the original where they have not been translated yet."""
        words = getattr(self, locale, None)
        return str(words) if words else str(getattr(self, self.original))

    def locale_of(self, locale: str) -> str:
        """The language that `in_` really answers in, for a `lang` attribute."""
        return locale if getattr(self, locale, None) else self.original


def _address(text: str) -> str:
    match = re.fullmatch(r"(https?)://([^/\s?#@]+)(?:[/?#]\S*)?", text)
    if match is None or "." not in match[2] or any(mark in text for mark in '"„”<>\\^`{|}') or not _is_whole(text):
        raise fault("E-ADDRESS", given=text)
    return text


def _is_whole(address: str) -> bool:
    """Whether an address can be taken apart: `https://[a.b/` has no host, and a port is a number."""
    try:
        parts = urlsplit(address)
        return parts.hostname is not None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


Address = Annotated[str, AfterValidator(_address)]
"""An absolute http(s) address without quotes, spaces or a user name."""
