"""A finished site in a folder aside -> read back whole -> in the place of the old one, or the old one untouched.

In reading order, each module using only those above it:

finished        a file of HTML -> its elements with their lines
site_files      a folder -> its pages and files, by the addresses under which a host serves them
links           pages -> links, anchors and files that are not there
marks           pages -> ids that stand twice, wrong marks of language
twins           pages -> alternates that do not name one another
hosts           pages and styles -> what would be fetched from another host
weight          files -> those heavier than their kind may be
reading_back    a folder -> every problem of the finished site
manifest        a folder -> the list of its checksums, and what differs from it
lock            one build of a site at a time
swap            the folder aside -> the site, in stages that can be mended
"""
