"""A contact sheet: contents down, styles across, each painted by a network.

Run `python sheet.py --model ../swift --content FOLDER --style FOLDER --output sheet.png`.
"""

import argparse
import sys
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from model_folder import read_network
from network import Network
from pairs import read_square
from pictures import SUFFIXES


def find_pictures(places: list[Path]) -> list[Path]:
    """The files themselves, and the pictures in the folders.

    Raises ValueError if there are none.
    """
    found = []
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        found += [file for file in files if file.suffix.lower() in SUFFIXES]
    if not found:
        raise ValueError(f"Expected pictures in {', '.join(map(str, places))}, but found none.")
    return found


@torch.no_grad()
def sheet(network: Network, contents: list[Tensor], styles: list[Tensor], alpha: float) -> Tensor:
    """[3, height, width] in [0, 1]: styles in the first row, contents in the first column."""
    white = torch.ones_like(contents[0])
    statistics = [network.style_statistics(style) for style in styles]
    rows = [torch.cat([white, *styles], 3)]
    for content in contents:
        painted = [network.stylize(content, style, alpha) for style in statistics]
        rows.append(torch.cat([content, *painted], 3))
    return torch.cat(rows, 2)[0]


def main() -> None:
    parser = argparse.ArgumentParser(description="Paints contents in styles, on one sheet.")
    add = parser.add_argument
    add("--model", type=Path, required=True, help="model folder or checkpoint")
    add("--content", type=Path, nargs="+", required=True, help="pictures or folders")
    add("--style", type=Path, nargs="+", required=True, help="pictures or folders")
    add("--output", type=Path, required=True, help="the sheet, .png or .jpg")
    add("--side", type=int, default=256, help="side of a picture in pixels, a multiple of 16")
    add("--alpha", type=float, default=1.0, help="style strength")
    add("--limit", type=int, default=8, help="at most so many contents and styles")
    add("--threads", type=int, default=2, help="threads of the CPU")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    try:
        network = read_network(options.model).requires_grad_(False)
        contents, styles = (
            [read_square(file, options.side) for file in find_pictures(places)[: options.limit]]
            for places in (options.content, options.style)
        )
        pixels = sheet(network, contents, styles, options.alpha).permute(1, 2, 0)
        picture = Image.fromarray(pixels.mul(255).round().byte().numpy())
        picture.save(options.output)
    except (ValueError, OSError) as error:
        sys.exit(f"sheet.py: {error}")


if __name__ == "__main__":
    main()
