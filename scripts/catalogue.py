"""Make the JSON that the program reads at its start from the catalogue's TOML."""

from __future__ import annotations

from thuiswerkplek import assets, bootstrap, catalogue_files


def main() -> None:
    """Validate the catalogue and write its compiled form."""
    bootstrap.catalogue()
    target = assets.path(catalogue_files.FOLDER) / catalogue_files.COMPILED
    target.write_bytes(catalogue_files.compiled())


if __name__ == "__main__":
    main()
