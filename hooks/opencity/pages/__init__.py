"""Markdown pages: their front matter, their addresses per language, their twins, the blocks they embed.

Reading order: fences and blocks (data inside prose), source (one file), addresses (path to address), anchors and
headings, page_map (all pages), titles, git_history (when files changed), links and checks (what is wrong between them).
"""
