"""The register: YAML files under `data/` in; one frozen, cross-checked Registry out.

In reading order, each module using only those above it:

files         what lies below a folder
yaml_faults   what the YAML parser says of a fault -> a problem
yaml_reader   bytes -> a tree with places
models        what a record may hold
shapes        what a file holds in the place of a field, as an example
model_errors  what a model refuses -> problems
validation    a tree -> a record
places        which file holds what
synonyms      words that mean the same to the search
registry      all records
standing      a path -> what binds the city now
presence      a city and a network -> yes, no or unknown
joining       a network -> who joined when, in order
tenure        a path -> the stretches of time in which the city was in
happenings    a city -> its events that no path tells
references    a record -> the records that it names
texts         a record -> its texts in several languages
rules         what is wrong across records
stand_in      faulty settings -> settings to go on checking with
loader        the whole
"""
