"""Registry in; what a page shows out, as plain values in one language. No HTML and no MkDocs here.

In reading order, each module using only those above it:

context           what every view is given
value             a fact as words
citations         numbered sources
labels            what a page, a network or a programme is called
order             the pages of a folder, as menus name them
repository        where a code host shows a file and its changes
parts             lines, sections and tables, of which pages are made
facts             single facts: dates, numbers, names, roles
membership_facts  tie, since when, legal basis, unit
pictures          a picture with its credit
emblem            the flag of the European Union
notices           what must be said and shown of a project's money
documents         a document in a line
events            what happened, and the articles about it
path              acts, gaps and sightings -> a timeline
filters           the choices of a filter over a list
subjects          one module for each kind of page or section
frame             what stands around every page: menu, details, what machines read
"""
