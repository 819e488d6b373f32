"""Event logs with a known truth: a world in which customers move, the log that they leave, and what happened.

`world` says how customers move, `simulation` lets them move, `truth` counts what happened from the simulation itself,
without looking at the log, and `python -m benchmarks.event_logs` writes files.
"""
