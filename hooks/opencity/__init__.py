"""Otwarte Miasto / Open City: one register of facts, drawn as a bilingual site about a city's networks.

Nothing in this package imports MkDocs. In reading order, each part using only those above it:

problems      what is wrong with a file, as values with places, worded in Polish and English
answers       what a command says, in the language of the messages
dates         dates of reduced precision
register      YAML under data/ -> models -> Registry, with every problem at once
language      dates, plurals, cases, sorting and interface words of each language
pages         Markdown under docs/ -> front matter, addresses, twins, data blocks
translations  pages, register and what was translated when -> what is missing, outdated, orphaned
views         Registry -> what a page shows, as plain values in one language
site          the engine of a build: views and fragments -> finished pages
publishing    a finished site -> read back whole, and put in the place of the old one
owners        a path -> who owns it: engine, commons or city
schemas       models -> JSON Schemas for editors' tools
scaffold      an id or a language -> the files that it needs, to be filled in
stamp         a project and what was reviewed -> the files that only the machine writes
cli           the commands: check, new, translations, stamp, stubs, schema
"""
