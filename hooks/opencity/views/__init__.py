"""Registry in; what a page shows out, as plain values in one language. No HTML and no MkDocs here.

Reading order: context (what every view is given), citations (numbered sources), value (a fact as words), facts and
membership_facts (single facts), parts and path (what pages are made of), filters; then `subjects`, one module for each
kind of page or section; then `frame`, what stands around every page: menu, details, what machines read.
"""
