"""Blanks in; how new records, pages and files of words begin, out."""

from __future__ import annotations

NETWORK = """\
# Sieć, związek, karta albo tytuł. Wspólne dla wszystkich miast: nie pisz tu o swoim mieście.
id: {id}
kind: network # network (sieć), association (związek), charter (karta), title (tytuł)
label: {{ pl: "", en: "" }} # krótka nazwa do menu i tabel
names:
  - pl: "" # urzędowa nazwa; none_found, jeśli polskiej nie ma
    en: ""
    sources: []
scope: international # albo national
summary:
  pl: ""
  en: ""
"""

MEMBERSHIP = """\
# Droga miasta w tej sieci. Kroki od najstarszego; dokładność daty taka jak w źródle (2022, 2022-09 albo 2022-09-05).
network: {id}
purpose:
  pl: ""
  en: ""
acts:
  - id: admission
    kind: admission
    effect: accedes
    tie: member
    date: ""
    text:
      pl: ""
      en: ""
    sources: []
"""

PAGE = """\
---
network: {id}
lead: ""
---

"""

EVENT = """\
# Jedno wydarzenie. Tu stoją fakty; dalszy ciąg opowiada strona w docs/. Data na początku id jest datą rozpoczęcia.
id: {id}
title: {{ pl: "", en: "" }}
start: {start} # tyle, ile podaje źródło: 2026, 2026-05 albo 2026-05-06; jeśli trwało dłużej, dopisz pod spodem end:
cities: [{city}]
networks: [] # identyfikatory sieci, których dotyczy; podobnie programmes: []
summary:
  pl: ""
  en: ""
sources: []
"""

ARTICLE = """\
---
event: {id}
---

"""

STUB = "---\nuntranslated: true\n---\n"
"""A page that waits for its translation."""

WORDS = """\
# Słowa interfejsu w języku „{locale}”. Wpisz tłumaczenie w cudzysłowie; to, co w {{klamrach}}, zostaw bez zmian.
# Interface words in “{locale}”. Write the translation between the quotes; leave what is in {{braces}} as it is.
# Jeśli język tego potrzebuje, dopisz / Add these if the language needs them:
#   language.alphabet: abc…             kolejność liter, małe / the order of letters, small
#   language.abbreviations: r.          skróty na końcu daty / abbreviations that end a date
#   language.letters: {{ ш: sh, щ: shch }}  zapis liter w adresach / letters as addresses write them
"""
