"""Registry in; what a page shows out, as plain values in one language. No HTML and no MkDocs here.

Reading order: context (what every view is given), citations (numbered sources), value (a fact as words), then one
module for each part of a page.
"""
