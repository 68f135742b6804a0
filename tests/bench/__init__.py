"""The benchmark: what a build and a check cost, beside what MkDocs or a YAML parser alone would cost.

Run it with `python tests/bench/run.py`; `--quick` tries it out. It reports and never fails on slowness.

Reading order: measurements (what is measured), then what it stands on:

- words, pages, records: the synthetic content, the same in every run;
- projects: folders that MkDocs builds, one with our hooks and one without;
- meter, phases, reading: what runs inside or around a measured process;
- report: the figures as Markdown.
"""
