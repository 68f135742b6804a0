"""What stands around every page: the menu and its labels, page details, and what machines read of a page."""
