"""`python -m sagaict`."""

import sys

from sagaict.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
