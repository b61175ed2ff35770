"""Writes the record by which the app's tests check that both languages run the same networks.

Run `python tests/make_toy_golden.py` after a change to the tables. Each record of
`tests/network/toy-golden.json` holds a manifest, `weights.bin` in base64, and a golden record as
that of `models/swift`.
"""

import base64
import json
import sys
import tempfile
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TRAINING), str(TRAINING / "tests")]

from conftest import random_network  # noqa: E402
from golden import golden_record  # noqa: E402
from model_folder import write_model  # noqa: E402

TOY_GOLDEN = TRAINING.parent.parent / "tests" / "network" / "toy-golden.json"
# Name, width and levels: few channels, so that the file stays small.
TOYS = (
    ("swift", 1 / 32, ("f3", "f4")),
    ("swift", 1 / 32, ("f2", "f3", "f4")),
    ("vgg19", 1 / 32, None),
)


def toy_records() -> list[dict]:
    """Random networks with what they make of a picture of 16 x 16 pixels."""
    records = []
    for name, width, levels in TOYS:
        network = random_network(name, width, levels)
        with tempfile.TemporaryDirectory() as folder:
            write_model(Path(folder), network, "toy", {})
            manifest = json.loads((Path(folder) / "manifest.json").read_text())
            weights = base64.b64encode((Path(folder) / "weights.bin").read_bytes()).decode()
        golden = golden_record(network, height=16, width=16)
        records.append({"manifest": manifest, "weights": weights, "golden": golden})
    return records


if __name__ == "__main__":
    TOY_GOLDEN.write_text(json.dumps(toy_records()) + "\n")
