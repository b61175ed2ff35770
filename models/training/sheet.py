"""A contact sheet: contents down, styles across, each painted by a network as the app does it.

Run `python sheet.py --model ../swift --content FOLDER --style FOLDER --output sheet.png`.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from brush import code_of, paint
from model_folder import read_network
from pairs import read_square
from styles import find_pictures, name_of, read_style


@torch.no_grad()
def sheet(
    contents: list[Tensor], styles: list[Tensor], painters: list[Callable[[Tensor], Tensor]]
) -> Tensor:
    """[3, height, width] in [0, 1]: styles in the first row, contents in the first column.

    painters: what paints in each of the styles.
    """
    white = torch.ones_like(contents[0])
    rows = [torch.cat([white, *styles], 3)]
    rows += [torch.cat([content, *(each(content) for each in painters)], 3) for content in contents]
    return torch.cat(rows, 2)[0]


def painter_of(options: argparse.Namespace, file: Path) -> Callable[[Tensor], Tensor]:
    """Paints in a style, with the brush that was fitted to it, if there is one."""
    network = read_network(options.model).requires_grad_(False)
    brushes = options.model / "brushes" / f"{options.style_side}"
    code = code_of(network, brushes, name_of(file), read_style(file, options.style_side))
    return partial(paint, network, code, alpha=options.alpha)


def main() -> None:
    parser = argparse.ArgumentParser(description="Paints contents in styles, on one sheet.")
    add = parser.add_argument
    add("--model", type=Path, required=True, help="model folder or checkpoint")
    add("--content", type=Path, nargs="+", required=True, help="pictures or folders")
    add("--style", type=Path, nargs="+", required=True, help="pictures or folders")
    add("--output", type=Path, required=True, help="the sheet, .png or .jpg")
    add("--side", type=int, default=256, help="side of a picture in pixels, a multiple of 16")
    add("--style-side", type=int, default=512, help="side that styles are seen at, in pixels")
    add("--shown", type=int, help="side that pictures are shown at, in pixels; --side by default")
    add("--alpha", type=float, default=1.0, help="style strength")
    add("--limit", type=int, default=8, help="at most so many contents and styles")
    add("--threads", type=int, default=2, help="threads of the CPU")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    try:
        contents, styles = (
            find_pictures(places)[: options.limit] for places in (options.content, options.style)
        )
        picture = sheet(
            [read_square(file, options.side) for file in contents],
            [read_square(file, options.side) for file in styles],
            [painter_of(options, file) for file in styles],
        )
        pixels = picture.permute(1, 2, 0).mul(255).round().byte().numpy()
        painted = Image.fromarray(pixels)
        if options.shown:
            size = [length * options.shown // options.side for length in painted.size]
            painted = painted.resize(size, Image.Resampling.LANCZOS)
        painted.save(options.output, quality=88)
    except (ValueError, OSError) as error:
        sys.exit(f"sheet.py: {error}")


if __name__ == "__main__":
    main()
