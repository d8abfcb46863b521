"""sagaict: KPI tracking of municipal ICT and DX plans kept as YAML in git."""

__all__ = ["__version__"]

__version__ = "0.1.0"
