"""All benchmarks, one after the other, each in a process of its own; exit status 1 if any missed a *must*.

``python -m benchmarks``, or with the names of those that are wanted: ``python -m benchmarks report``.
"""

import subprocess
import sys
from pathlib import Path

ALL = ("photos", "report", "rules", "texts", "pages", "public", "signing", "preparing")


def main(names: list[str]) -> int:
    here = Path(__file__).parent
    missed = []
    for name in names or [name for name in ALL if (here / f"{name}.py").exists()]:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=here.parent, check=False).returncode:
            missed.append(name)
        print(flush=True)
    if missed:
        print(f"MISSED: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
