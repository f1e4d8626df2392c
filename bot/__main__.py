"""`python -m bot` is the `flown` command."""

import sys

from bot.cli import main

sys.exit(main())
