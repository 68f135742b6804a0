"""What stands around every page: the menu and its labels, page details, and what machines read of a page.

In reading order, each module using only those above it:

navigation    the menu, breadcrumbs
translation   the switch of languages; what readers must know of a translation
page_dates    when a page was published and changed
page_details  what public bodies print under a page; the link to report an error
nodes         parts of the graph that machines read
city_nodes    the city and its networks, for machines
structured    a whole page, for machines (schema.org)
sharing       how a page looks where somebody shares it
mark          the sign of the site
"""
