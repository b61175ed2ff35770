"""Turns a checkpoint into a model folder of the app: weights.bin, manifest.json and golden.json.

Run `python export.py RUN/best.pt ../swift`. Of the paper's network only the decoder is written,
into `decoder/` of the folder: whoever has VGG-19 adds it with `npm run models:import`.
"""

import argparse
import sys
from pathlib import Path

from checkpoint import load_checkpoint
from golden import golden_record, write_golden
from model_folder import manifest_architecture, write_model
from network import Network


def export(checkpoint: Path, folder: Path) -> int:
    """Writes the averaged weights as float16 and gives the size of `weights.bin` in bytes.

    Raises ValueError if the file is no checkpoint, or a weight does not fit float16.
    """
    state = load_checkpoint(checkpoint)
    network = Network(manifest_architecture(state))
    network.load_state_dict(state["average"])
    name = folder.resolve().name
    whole = not network.architecture.borrows_encoder
    folder = folder if whole else folder / "decoder"
    write_model(folder, network, name, {"iterations": state["iteration"]})
    if whole:
        write_golden(folder / "golden.json", golden_record(network))
    return (folder / "weights.bin").stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description="Turns a checkpoint into a model folder.")
    parser.add_argument("checkpoint", type=Path, help="last.pt or best.pt of a run")
    parser.add_argument("folder", type=Path, help="models/<name>")
    options = parser.parse_args()
    try:
        size = export(options.checkpoint, options.folder)
    except (ValueError, OSError) as error:
        sys.exit(f"export.py: {error}")
    print(f"Wrote {options.folder}: {size / 1e6:.2f} MB of weights.")


if __name__ == "__main__":
    main()
