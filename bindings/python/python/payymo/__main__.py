"""`python -m payymo reconcile …`: the main job from a shell."""

import sys

from payymo._command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
