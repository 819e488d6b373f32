"""The rules, one a module; each offers one as `RULE`, and its docstring is its page in the manual."""
