"""A package of modules -> what each of them offers, by id: one module, one offer.

`pain_points.py` in the package offers `pain-points`, `import_.py` offers `import`, which is no name for
a module. A module is imported when its offer is first asked for, so that a format that nobody wants costs nothing.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Offers(Mapping[str, T], Generic[T]):
    """The offers of one package, in alphabetical order of their ids."""

    def __init__(self, package: str, name: str, kind: type[T]) -> None:
        """Find the modules of `package` (dotted); each holds an instance of `kind` called `name`."""
        self._package = package
        self._name = name
        self._kind = kind
        path = importlib.import_module(package).__path__
        self._modules = {info.name.rstrip("_").replace("_", "-"): info.name for info in pkgutil.iter_modules(path)}

    def __getitem__(self, key: str) -> T:
        """Return the offer called `key`; KeyError where there is none."""
        module = importlib.import_module(f"{self._package}.{self._modules[key]}")
        offer = getattr(module, self._name)
        if not isinstance(offer, self._kind):
            message = f"{module.__name__}.{self._name} is not a {self._kind.__name__}"
            raise TypeError(message)
        return offer

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids, sorted."""
        return iter(sorted(self._modules))

    def __len__(self) -> int:
        """Count the offers."""
        return len(self._modules)
