"""Search, measured: a finished site in; how much of what is asked for is found, and how much else, out.

Tests and benchmark share it. Reading order:

- page_texts: the finished pages as a reader reads them;
- dictionary: a word -> its lexemes with all their forms, from a dictionary that the search itself does not use;
- questions: what is asked and what should be found; those written by hand;
- inflected: questions made of the words that stand on the pages;
- browser_search: the search of a finished site, asked in a browser;
- figures: questions and answers -> recall, precision, what was missed.
"""
