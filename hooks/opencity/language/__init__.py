"""Words as each language needs them: dates, plurals, cases, sorting, typography. The locale is always said.

In reading order, each module using only those above it:

marks           text that is in another language than the page
sorting         in what order names stand
words           interface words and plurals
keys            what every language must say
strings_file    one file of a city's words
strings_checks  what is wrong with such a file
city_strings    the words of a site: the shipped ones and the city's own
descriptions    what each interface word is for, told to translators
dates           partial dates in sentences
names           cities
inflection      how words change their endings, and which say nothing: what the search knows of a language
typography      spaces that do not break, quotation marks, dashes: how a language is set
"""
