"""From pages and views to finished HTML: the engine, the renderer, what every template may ask.

Reading order: engine (everything a build needs, frozen), renderer (our fragments), page (one finished page).
"""
