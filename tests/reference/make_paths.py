"""Write the recorded reference files with torch: `python -m tests.reference.make_paths`."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

# torch's plain kernels round each operation by itself; the vector ones fuse multiplication and addition, so
# that their last bits depend on the processor. It must be said before torch is imported.
os.environ["ATEN_CPU_CAPABILITY"] = "default"

from tests.reference.torch_paths import paths, rates
from tests.reference.torch_settings import SCHEDULE_STEPS, SCHEDULES, SETTINGS, STARTS, STEPS

FOLDER = Path(__file__).parent
LR = 0.1


def kept_steps() -> np.ndarray:
    """The recorded steps: the first twenty, then every tenth, so that the file stays small."""
    return np.unique(np.concatenate([np.arange(21), np.arange(0, STEPS + 1, 10)]))


def main() -> None:
    """Write paths.npz and schedules.npz beside this file."""
    typed = np.array([[setting.typed(name) for setting in SETTINGS] for name in STARTS])
    steps = kept_steps()
    np.savez_compressed(FOLDER / "paths.npz", typed=typed, steps=steps, x=paths(STEPS)[steps])
    np.savez_compressed(
        FOLDER / "schedules.npz",
        typed=np.array([planned.typed for planned in SCHEDULES]),
        lr=np.float64(LR),
        rates=np.stack([rates(planned, LR, SCHEDULE_STEPS) for planned in SCHEDULES]),
    )


if __name__ == "__main__":
    main()
