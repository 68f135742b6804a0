"""From the finished pages of a language to the index that a browser searches.

In reading order, each module using only those above it:

places   a language -> where its index lies, and where the scripts lie
folding  text -> words as the index knows them
reading  finished HTML -> the sections of a page, each with its anchor
names    the register -> what networks and cities are called, in every form
index    pages with their sections -> postings and texts, in files that stay small
pages    the finished pages of a language -> what is indexed of each
files    the engine and the finished site -> the files of the index
scripts  the modules that run in the browser, as they are
"""
