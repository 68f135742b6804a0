"""Markdown pages: their front matter, their addresses per language, their twins, the blocks they embed.

Reading order: fences and blocks (data inside prose), source (one file), addresses (path to address), anchors and
headings, picture_size and assets (files that are no pages), page_map (all pages), news (articles and their archive),
titles, git_history (when files changed), links, pictures and checks (what is wrong between them).
"""
