"""Benchmarks still ask what the program answers."""
