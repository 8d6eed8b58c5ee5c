"""What can be done with the models on this machine: list, rename, delete, import with a check, and follow where they come from."""

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Dict, List, Mapping, Tuple

from ...core.contract.commands.model import ModelInfoConfig
from ...core.contract.errors import Cancelled
from ...core.contract.model_card import ModelCard, read_card
from .. import engine, settings
from ..outputs import name_problem
from ..setup.models import add_model, installed_models, model_folder
from ..translation import Told, tr

_SUFFIX = ".safetensors"
_CHUNK = 2**20
_known_sums: Dict[Tuple[str, int, int], str] = {}
"""By path, size and time of change: a file of a hundred megabytes is read once."""


@dataclass(frozen=True)
class LibraryModel:
    """A model of the library."""

    path: str
    card: ModelCard

    @property
    def name(self) -> str:
        """Of the file; the card keeps the name that the model was born with."""
        return Path(self.path).stem

    @property
    def is_own(self) -> bool:
        """Whether it lies in the user's library, where it may be renamed and deleted."""
        return Path(self.path).parent == model_folder()


@dataclass(frozen=True)
class Ancestor:
    """A model that another one was trained from, or taught by."""

    child: str
    """Name of the model that names it."""
    role: str
    """``parent`` or ``teacher``."""
    sha256: str
    name: str
    """Of its file in the library, else as the card of its child calls it; may be empty."""
    path: str
    """In the library; empty where it is not there."""


def library() -> List[LibraryModel]:
    """Every model that can be used."""
    return [LibraryModel(path, card) for path, card in installed_models()]


def library_mark() -> Tuple[Tuple[str, int, int], ...]:
    """Changes when a file of the library comes, goes or changes; cheap enough to be asked every second."""
    return tuple(_mark(str(path)) for path in sorted(model_folder().glob(f"*{_SUFFIX}")))


def sha256_of(path: str, is_cancelled: Callable[[], bool]) -> str:
    """The checksum of a file, by which results and children name a model.

    Raises:
        Cancelled: the user asked to stop.
        OSError: the file cannot be read.
    """
    mark = _mark(path)
    if mark not in _known_sums:
        digest = hashlib.sha256()
        with Path(path).open("rb") as file:
            for chunk in iter(lambda: file.read(_CHUNK), b""):
                if is_cancelled():
                    raise Cancelled
                digest.update(chunk)
        _known_sums[mark] = digest.hexdigest()
    return _known_sums[mark]


def by_checksum(models: List[LibraryModel], is_cancelled: Callable[[], bool]) -> Dict[str, LibraryModel]:
    """Models by their checksums; those whose files have gone are left out.

    Raises:
        Cancelled: the user asked to stop.
        OSError: a file cannot be read.
    """
    there = [model for model in models if Path(model.path).is_file()]
    return {sha256_of(model.path, is_cancelled): model for model in there}


def ancestry(model: LibraryModel, known: Mapping[str, LibraryModel]) -> List[Ancestor]:
    """Parents and teachers of a model, the nearest first; the chain ends at a model that is not in the library.

    Args:
        model: whose.
        known: the models of the library by their checksums.
    """
    found: Dict[str, Ancestor] = {}
    waiting = _named_by(model)
    while waiting:
        one = waiting.pop(0)
        there = known.get(one.sha256)
        if one.sha256 not in found:
            found[one.sha256] = one if there is None else replace(one, name=there.name, path=there.path)
            waiting += [] if there is None else _named_by(there)
    return list(found.values())


def descendants(sha256: str, models: List[LibraryModel]) -> List[str]:
    """Names of the models that were trained from this one, or taught by it."""
    return [one.name for one in models if any(named.sha256 == sha256 for named in _named_by(one))]


def rename_model(path: str, name: str) -> str:
    """Give the file of a model another name; not a byte of it changes, so neither does its checksum. Returns the new path.

    Raises:
        Told: the model is not in the user's library, has gone, or the name cannot be had.
    """
    _check_own(path)
    name = name.strip()
    if name_problem(name):
        raise Told(name_problem(name))
    target = Path(path).with_name(name + _SUFFIX)
    if target.exists() and not target.samefile(path):
        raise Told(tr("There is a model {name} already: choose another name.").format(name=name))
    os.replace(path, target)
    if settings.last_model() == path:
        settings.set_last_model(str(target))
    return str(target)


def delete_model(path: str) -> None:
    """Delete the file of a model.

    Raises:
        Told: the model is not in the user's library, or has gone.
    """
    _check_own(path)
    Path(path).unlink()


def import_model(path: str, is_cancelled: Callable[[], bool]) -> str:
    """Copy a model into the library, once the engine has opened it and it has answered. Returns its path there.

    Raises:
        Told: there is another model of that name.
        ModelError: the file is no model.
        EngineFailed: the engine cannot open it.
        EngineMissing: the engine is not set up.
    """
    read_card(path)
    engine.run("model info", ModelInfoConfig(path), lambda message: None, is_cancelled)
    return add_model(path)


def _check_own(path: str) -> None:
    if not Path(path).is_file():
        raise Told(tr("{path} is not there any more.").format(path=path))
    if Path(path).parent != model_folder():
        raise Told(tr("{path} does not lie in the library, and stays as it is.").format(path=path))


def _mark(path: str) -> Tuple[str, int, int]:
    try:
        state = Path(path).stat()
    except FileNotFoundError:
        return path, 0, 0
    return path, state.st_size, state.st_mtime_ns


def _named_by(model: LibraryModel) -> List[Ancestor]:
    """The models that a card names, under the names that they had at its birth."""
    training = model.card.training
    names = training.get("config", {})
    named = [("parent", "parent_sha256", "start"), ("teacher", "teacher_sha256", "teacher")]
    found = [(role, training.get(key), Path(str(names.get(name) or "")).stem) for role, key, name in named]
    return [Ancestor(model.name, role, sha256, name, "") for role, sha256, name in found if sha256]
