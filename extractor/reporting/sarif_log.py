"""The parts of a SARIF 2.1.0 log that a report of findings fills; names and meanings are those of the standard.

The standard: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS, 2020; the numbers in the
docstrings are its sections. Names are written in camel case, absent parts are left out.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Level = Literal["none", "note", "warning", "error"]


class Node(BaseModel):
    """Any object of the log."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True, extra="forbid")


class Message(Node):
    """Words (3.11)."""

    text: str


class ArtifactLocation(Node):
    """A file (3.4)."""

    uri: str


class Region(Node):
    """A part of a file (3.30); lines and columns from 1, the end column excluded."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    snippet: Message


class PhysicalLocation(Node):
    """Where in which file (3.29)."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(Node):
    """Where in terms of the subject (3.33): the language of a record."""

    name: str
    fully_qualified_name: str
    kind: str = "member"


class AbstractPlace(Node):
    """Property bag of a location (3.8): the place in the abstract, in Unicode code points, and its words."""

    language: str
    span: tuple[int, int]
    quote: str


class Location(Node):
    """A place (3.28)."""

    id: int
    physical_location: PhysicalLocation | None = None
    logical_locations: tuple[LogicalLocation, ...] = ()
    message: Message
    properties: AbstractPlace


class Configuration(Node):
    """How grave a rule is by itself (3.50)."""

    level: Level


class Rule(Node):
    """A kind of finding (3.49)."""

    id: str
    short_description: Message
    default_configuration: Configuration


class Driver(Node):
    """The tool (3.19)."""

    name: str
    version: str
    rules: tuple[Rule, ...]


class Tool(Node):
    """What made the log (3.18)."""

    driver: Driver


class Result(Node):
    """One finding (3.27)."""

    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: tuple[Location, ...]
    related_locations: tuple[Location, ...]
    partial_fingerprints: dict[str, str]


class Notification(Node):
    """What went wrong with an input (3.58)."""

    level: Level
    message: Message


class Invocation(Node):
    """How the run went (3.20)."""

    execution_successful: bool
    tool_execution_notifications: tuple[Notification, ...] = ()


class Run(Node):
    """One run of the tool (3.14)."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    column_kind: Literal["unicodeCodePoints"] = "unicodeCodePoints"
    results: tuple[Result, ...]


class Log(Node):
    """The whole file (3.13)."""

    schema_uri: str = Field(default=SCHEMA, alias="$schema")
    version: Literal["2.1.0"] = "2.1.0"
    runs: tuple[Run, ...]

    def text(self) -> str:
        """The log as JSON."""
        return self.model_dump_json(by_alias=True, exclude_none=True, indent=2)
