"""The consistency rules, one module per theme; the registry that gathers them is reports/rules/registry.py."""
