"""Pictures that networks look at whole: of styles, and of contents that are painted."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pictures import SUFFIXES, open_picture


def find_pictures(places: list[Path]) -> list[Path]:
    """The files themselves, and the pictures in the folders; of a gallery its styles alone.

    Raises ValueError if there are none.
    """
    found = []
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        found += [f for f in files if f.suffix.lower() in SUFFIXES and f.parent.name != "painted"]
    if not found:
        raise ValueError(f"Expected pictures in {', '.join(map(str, places))}, but found none.")
    return found


def name_of(file: Path) -> str:
    """A style's name: in a gallery that of its folder, else that of the file."""
    return file.parent.name if file.stem == "image" else file.stem


def read_style(file: Path, side: int) -> Tensor:
    """A style picture, [1, 3, height, width], its longer side at most `side`, in whole eights."""
    picture = open_picture(file.read_bytes(), shortest=side)
    scale = min(1.0, side / max(picture.size))
    size = [max(32, round(length * scale / 8) * 8) for length in picture.size]
    pixels = np.array(picture.resize(size))
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
