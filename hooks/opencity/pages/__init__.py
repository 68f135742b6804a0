"""Markdown pages: their front matter, their addresses per language, their twins, the blocks they embed.

Reading order: source (one file), addresses (path to address), page_map (all pages), headings and anchors,
blocks, links, checks.
"""
