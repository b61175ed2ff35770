"""Measures networks on pairs of photo and artwork: one table, and the same as JSON.

    python evaluate.py --pairs pairs.csv --validation FOLDER --loss-network vgg19-relu4_1.npz \\
        --model ../swift --pictures MicroAST=FOLDER --json table.json

Columns: cost of a frame of 256 x 256 (GMAC), parameters (millions), content loss at relu4_1 against
f(c) and against the AdaIN target, style loss (sum of the four layers, and each), similarity to the
content (SSIM), energy of the finest texture relative to content and style, patterns locked to the
pixel grid (above 1: more than chance), distance of the colours (sliced Wasserstein), flicker
(standard deviation over 8 frames with noise of 2/255, in 1/255), warped error (root mean square; a
shift by one pixel both ways, and a small turn, zoom and shift), the largest activation, and the
score. Two rows a network: alone, and with the palette and the grain that the app puts before it;
with `--brushes` one more, with brushes by the names of the styles' files.

    python evaluate.py --gallery ../../styles-gallery --validation FOLDER \\
        --loss-network vgg19-relu4_1.npz --model ../swift

measures on the styles of a gallery instead, each over eight photographs; three rows a network:
without palette and brush, with the palette, and with both. Columns: style loss (of the whole style
at `--side`; mean and median), share of the paintings whose style the loss network recognizes
among the gallery's, distance of the colours (sliced Wasserstein), share of windows of 16 pixels
with at least the texture of the style's lower quartile, flicker and warped errors.
"""

import argparse
import json
import sys
from pathlib import Path

import torch

from architecture import cost
from gallery import Gallery
from loss_network import LossNetwork
from model_folder import read_network
from network import Network
from pairs import read_square
from processes import start_device
from validation import Validation


def network_row(
    network: Network, validation: Validation, device: torch.device, **how: float | bool | Path
) -> dict:
    """The measures of a network, with its cost; how: as `Validation` takes it."""
    network = network.to(device).requires_grad_(False)
    count = sum(parameter.numel() for parameter in network.parameters())
    facts = {"gmac": round(cost(network.architecture, 256), 2), "parameters": round(count / 1e6, 2)}
    return facts | validation(network, motion_step=1, **how)


def picture_row(folder: Path, validation: Validation, device: torch.device) -> dict:
    """The measures of another network by its pictures, named as the pairs are."""
    files = [folder / f"{pair.name}.png" for pair in validation.pairs]
    return validation.of_pictures([read_square(file).to(device) for file in files])


def pair_rows(options: argparse.Namespace, device: torch.device) -> dict[str, dict]:
    """The measures of all that the command line names, on pairs."""
    validation = Validation(options, device)
    rows = {}
    for item in options.pictures:
        name, _, folder = item.partition("=")
        rows[name] = picture_row(Path(folder), validation, device)
    for path in options.model:
        network = read_network(path)
        for coloured in (False, True):
            how = "palette" if coloured else "plain"
            rows[f"{path} {how}"] = network_row(
                network, validation, device, alpha=options.alpha, coloured=coloured
            )
        if options.brushes:
            rows[f"{path} brush"] = network_row(
                network, validation, device, alpha=options.alpha, brushes=options.brushes
            )
    return rows


def gallery_rows(options: argparse.Namespace) -> dict[str, dict]:
    """The measures of the models on a gallery: plain, with the palette, with brushes."""
    gallery = Gallery(
        options.gallery,
        options.validation / "content",
        LossNetwork(options.loss_network),
        options.side,
    )
    return {
        f"{path} {how}": gallery.row(path, how)
        for path in options.model
        for how in ("plain", "palette", "brush")
    }


def print_table(rows: dict[str, dict]) -> None:
    """One line a network; where a measure is missing, a dash."""
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    lines = [["network", *columns]]
    lines += [[name, *(f"{row.get(key, '-')}" for key in columns)] for name, row in rows.items()]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for line in lines:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures networks on pairs.")
    add = parser.add_argument
    add("--pairs", type=Path, help="CSV of the pairs: pair,content,style")
    add("--gallery", type=Path, help="folder of styles to measure on instead of pairs")
    add("--validation", type=Path, required=True, help="folder with content/ and style/ of these")
    add("--loss-network", type=Path, required=True, help="the VGG-19 encoder, .npz")
    add("--model", type=Path, action="append", default=[], help="model folder or checkpoint")
    add("--pictures", action="append", default=[], help="NAME=FOLDER: another network's pictures")
    add("--brushes", type=Path, help="folder of brushes for the styles of the pairs")
    add("--side", type=int, default=512, help="side that a gallery's styles are seen at, in pixels")
    add("--alpha", type=float, default=1.0, help="style strength of the models, 0 to 1")
    add("--json", type=Path, help="where to write the table as JSON")
    add("--threads", type=int, default=2, help="threads of the CPU")
    options = parser.parse_args()
    if (options.pairs is None) == (options.gallery is None):
        parser.error("Expected either --pairs or --gallery.")
    device = start_device(options)
    try:
        rows = gallery_rows(options) if options.gallery else pair_rows(options, device)
    except (ValueError, OSError) as error:
        sys.exit(f"evaluate.py: {error}")
    print_table(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
