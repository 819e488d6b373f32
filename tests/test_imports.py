"""How the modules of the package import each other."""

from graphlib import TopologicalSorter

import grimp


def test_no_module_imports_itself_through_others() -> None:
    """Imports in functions and for the type checker count as well; CycleError names the modules."""
    graph = grimp.build_graph("mapgen", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    TopologicalSorter(imports).prepare()
