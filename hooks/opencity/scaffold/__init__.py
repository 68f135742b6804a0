"""The id of a network or of an event, or a language, in; the files that it needs, to be filled in, out.

In reading order, each module using only those above it:

files      texts -> files, of which none is overwritten
templates  how new records and pages begin
records    the id of a network or of an event -> its files
language   a language -> its words to be translated, and a stub for every page
"""
