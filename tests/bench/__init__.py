"""The benchmark: what a build, a check and a reader's page cost, beside MkDocs or a YAML parser alone.

Run it with `python tests/bench/run.py`; `--quick` tries it out. It reports and never fails on slowness.

Reading order: measurements (what is measured), then what it stands on:

- words, pages, records, timelines: the synthetic content, the same in every run;
- projects: folders that MkDocs builds, one with our hooks and one without;
- meter, phases, reading, rendering, loading, indexing: what runs inside or around a measured process;
- search: the search of a site, ours and the stock one (`stock`), asked in a browser; questions and figures are those of
  the tests (`tests/engine/asking`);
- report, search_report, tables: the figures as Markdown.
"""
