"""What a page is about: the home page, a network, a programme, an article, and the pages that have a role."""
