"""Workers on other machines: a Dask scheduler as an executor. The library is needed only here."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from scorer.errors import UsageError

__all__ = ["connect"]

_ADDRESS = re.compile(r"dask://(?P<place>(?:\[[0-9A-Fa-f:]+\]|[^\s/:@\[\]]+):\d{1,5})/?")
_PATIENCE = 10  # seconds to wait for the scheduler


@contextmanager
def connect(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a scheduler ``dask://HOST:PORT``, and how many processors its workers have.

    Raises UsageError for another address, a missing library, and a scheduler that does not answer or has no workers.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise UsageError(f"--executor {address}: write dask://HOST:PORT, such as dask://127.0.0.1:8786")
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise UsageError(
            f"--executor needs a library that is not installed ({error.name}); "
            'install it with: pip install "scorer[dask]"'
        ) from error
    # Its own words about lost workers and closed connections would drown ours; what matters comes back as an error.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(f"tcp://{found['place']}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"{address}: no scheduler answers there ({type(error).__name__})") from error
    with client:
        cores = sum(client.ncores().values())
        if not cores:
            raise UsageError(f"{address}: the scheduler has no workers; start some: dask worker HOST:PORT")
        yield client.get_executor(pure=False), cores
