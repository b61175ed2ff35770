"""The pairs of photo and artwork that networks are measured on."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from pictures import open_picture

SIDE = 256


@dataclass(frozen=True)
class Pair:
    """A content and a style, [1, 3, 256, 256] in [0, 1], the pair's name and the style's."""

    name: str
    content: Tensor
    style: Tensor
    style_name: str


def read_pairs(table: Path, folder: Path, device: torch.device) -> list[Pair]:
    """The pairs of a CSV with the columns pair, content and style.

    folder: holds `content/` and `style/`.
    Raises ValueError if there are none.
    """
    with table.open() as file:
        rows = list(csv.DictReader(file))
    if not rows:
        raise ValueError(f"Expected pairs in {table}, but there are none.")
    return [
        Pair(
            row["pair"],
            read_square(folder / "content" / row["content"]).to(device),
            read_square(folder / "style" / row["style"]).to(device),
            Path(row["style"]).stem,
        )
        for row in rows
    ]


def read_square(path: Path, side: int = SIDE) -> Tensor:
    """The middle of a picture, [1, 3, side, side]."""
    picture = open_picture(path.read_bytes(), shortest=4 * side)
    short = min(picture.size)
    left, top = (picture.width - short) // 2, (picture.height - short) // 2
    picture = picture.crop((left, top, left + short, top + short))
    if short != side:
        picture = picture.resize((side, side), Image.Resampling.LANCZOS)
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255
