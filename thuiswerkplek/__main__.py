"""`python -m thuiswerkplek` is the same program as `thuiswerkplek`."""

from thuiswerkplek.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
