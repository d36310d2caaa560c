"""Benchmarks: what something costs as a multiple of something everybody knows."""
