"""The register: YAML files under `data/` in; one frozen, cross-checked Registry out.

Reading order: yaml_reader with yaml_faults (bytes to a tree), models (what a record may hold), validation with
model_errors and shapes (tree to record), places (which file holds what), registry (all records), rules (across
records), loader with stand_in (the whole).
"""
