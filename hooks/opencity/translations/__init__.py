"""What is translated from what: every page and every text of the register, in every published language.

In reading order, each module using only those above it:

hashes   the words of a page or a text -> a hash
stamps   the hashes of the originals that translations were made from
status   pages, register and stamps -> the state of every translation
renewal  the state of every translation and what was reviewed -> the next stamps
report   translations, or what was stamped -> the lines that commands print
checks   what is missing, outdated, orphaned -> warnings
"""
