"""Many reports at once: workers, progress, resuming, summaries."""

from scorer.batch.model import FORMATS, BatchOutcome, Result, Step
from scorer.batch.run import run_batch

__all__ = ["FORMATS", "BatchOutcome", "Result", "Step", "run_batch"]
