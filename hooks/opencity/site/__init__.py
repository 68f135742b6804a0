"""From pages and views to finished HTML: the engine, the renderer, what every template may ask.

In reading order, each module using only those above it:

renderer        our fragments
tokens          HTML -> tags and text
languages       marks of languages -> `lang`
outline         the headings of a page, for "on this page"
references      links to sources, each with its name and its way back
typeset         texts as their languages are set, over tags inside a sentence
drawn_blocks    a data block -> HTML
subjects        what a page is about -> HTML
outdated        a subject -> whether it shows words that are older than their originals
page            the whole content of one page
social_picture  lifelines -> the picture to share
engine          everything that a build needs, frozen
search          the finished pages -> the index that a browser searches, and the scripts that search it
document        a page -> the values of the document around it
not_found       the pages for wrong addresses
redirect_pages  old address -> the page that sends its reader on
colours         the city's colours -> style
filter_style    filtered lists -> the style that filters
generated       the files that no file of the project is
assets          the files of `docs/assets/` that are published
"""
