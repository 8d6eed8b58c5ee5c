"""XML elements that know which file they come from, so that a missing or odd one is named."""

import math
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 - only local files that the user chose; expat bounds entity expansion
from xml.etree.ElementTree import Element  # nosec B405 - as above

from ...contract.errors import SceneError


@dataclass(frozen=True)
class Node:
    """One element of an annotation file; children are named by their path below it."""

    file: Path
    element: Element

    def text(self, path: str) -> str:
        """The text of a child.

        Raises:
            SceneError: no such child, or an empty one.
        """
        text = self.optional_text(path)
        if not text:
            raise SceneError("scene-annotation-lacks", path=str(self.file), element=f"{self.element.tag}/{path}")
        return text

    def optional_text(self, path: str) -> str:
        """The text of a child, empty where there is none."""
        return (self.element.findtext(path) or "").strip()

    def number(self, path: str) -> float:
        """The number in a child.

        Raises:
            SceneError: no such child, or no finite number in it.
        """
        return self._number(path, self.text(path))

    def optional_number(self, path: str) -> float:
        """The number in a child, NaN where there is none."""
        text = self.optional_text(path)
        return self._number(path, text) if text else float("nan")

    def _number(self, path: str, text: str) -> float:
        try:
            number = float(text)
        except ValueError as error:
            raise self.wrong_value(path, text) from error
        if not math.isfinite(number):
            raise self.wrong_value(path, text)
        return number

    def attribute(self, path: str, name: str) -> str:
        """An attribute of a child (``.`` for the element itself), empty where there is none."""
        element = self.element.find(path)
        return "" if element is None else element.get(name, "").strip()

    def flag(self, path: str) -> bool | None:
        """The yes or no in a child, None where there is none."""
        return {"true": True, "1": True, "false": False, "0": False}.get(self.optional_text(path).lower())

    def nodes(self, path: str) -> "list[Node]":
        """All children of a path."""
        return [Node(self.file, one) for one in self.element.findall(path)]

    def wrong_value(self, path: str, value: object) -> SceneError:
        """The error that a child holds what it should not."""
        return SceneError("scene-annotation-value", path=str(self.file), element=f"{self.element.tag}/{path}", value=value)


def read_xml(file: Path, root: str) -> Node:
    """The root of an annotation file.

    Raises:
        SceneError: cannot be read, is not XML, or has another root.
    """
    try:
        element = ElementTree.parse(file).getroot()  # noqa: S314 # nosec B314 - a local file that the user chose
    except ElementTree.ParseError as error:
        raise SceneError("scene-not-xml", path=str(file), reason=str(error)) from error
    except OSError as error:
        raise SceneError("scene-unreadable", path=str(file), reason=error.strerror or str(error)) from error
    if element.tag != root:
        raise SceneError("scene-not-annotation", path=str(file), root=element.tag, wanted=root)
    return Node(file, element)
