"""What a page is about: the home page, a network, a programme, an article, and the pages that have a role.

In reading order, each module using only those above it:

timeline          any choice of paths and events, in one list
lifelines         memberships as bars on an axis of years
register_table    the memberships of the city
listings          networks or programmes, with summaries
city_in_network   what is known of a city and a network
cities            all cities and all networks
network_members   the cities of one network, and its other members
network_sections  the longer lists on a network's page
network_page      a network
programme_page    a programme
home              the home page
news              teasers and the archive
article           a page about an event
document_library  all documents
projects_page     all projects and funds
search_page       what stands on the search page before and beside any result
site_map          every page of a language
translations      the state of every translation
"""
