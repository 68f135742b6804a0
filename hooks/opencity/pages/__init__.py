"""Markdown pages: their front matter, their addresses per language, their twins, the blocks they embed.

In reading order, each module using only those above it:

fences         the lines that are code, and the others
blocks         data inside prose
source         one file
addresses      a path -> an address
anchors        a heading or a record -> what addresses it
headings       a text -> its headings
picture_size   a picture file -> width and height
assets         files that every language shares
page           one page in one language
recorded       every address that a page has had
originals      which twin is the original; what waits for its translation
page_map       all pages
reading        the folder of pages -> all pages
carried        links of a text that stands at a twin's address
titles         what a page is called
news           articles and their archive
project_names  the funded projects that a page names
git_history    the days on which a file changed
own_anchors    ids that would clash
rendered       a text -> the HTML that the build makes of it
sanitised      HTML of a text -> what may stay, and errors for what may not
pictures       pictures and files that are lost, faulty or shown by nothing
links          links that lead nowhere
redirects      old addresses -> where their pages live now
role_pages     the pages that every site needs
twin_paths     translations that lie at another path than their page
checks         everything that is wrong with pages
"""
