"""Sources of pictures: plain folders and tar shards, read in any order.

A shard is an uncompressed tar as WebDataset writes it. Its headers are read once; after that every
picture is one seek away, so the order of training needs no state but the number of the iteration.
"""

import io
import tarfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".ppm"}
# Smaller pictures hold no texture to learn from; larger ones would not fit into memory.
SMALLEST_SIDE = 32
LARGEST_PIXELS = 200_000_000

# Pillow refuses twice this number by itself, and that before it decodes anything.
Image.MAX_IMAGE_PIXELS = LARGEST_PIXELS // 2


class UnusablePicture(Exception):
    """A file that is no picture to train on; the message says why."""


class Pictures:
    """The pictures below a folder, or in tar shards, by number.

    path: a folder of pictures, a folder of `.tar` shards, or one shard.
    Raises ValueError if there are none.
    """

    def __init__(self, path: Path):
        if not path.exists():
            raise ValueError(f"Expected pictures in {path}, but there is no such folder or file.")
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        # Name, file, and where in the file: a length of -1 is all of it.
        self.entries = [(str(f), f, 0, -1) for f in files if f.suffix.lower() in SUFFIXES]
        for shard in (f for f in files if f.suffix == ".tar"):
            self.entries.extend(shard_entries(shard))
        if not self.entries:
            raise ValueError(f"Expected pictures or .tar shards in {path}, but found none.")

    def __len__(self) -> int:
        return len(self.entries)

    def name(self, index: int) -> str:
        return self.entries[index][0]

    def open(self, index: int, shortest: int) -> Image.Image:
        """A picture in RGB, upright.

        shortest: no more pixels are needed on the short side, so that huge JPEGs decode fast.
        Raises UnusablePicture.
        """
        _, path, offset, length = self.entries[index]
        try:
            with path.open("rb") as file:
                file.seek(offset)
                data = file.read(length)
        except OSError as error:
            raise UnusablePicture(error.strerror) from error
        return open_picture(data, shortest)


def shard_entries(shard: Path) -> list[tuple[str, Path, int, int]]:
    """Name, file, offset and length of the pictures in a shard."""
    try:
        with tarfile.open(shard, "r:") as archive:
            return [
                (f"{shard}/{member.name}", shard, member.offset_data, member.size)
                for member in archive
                if member.isfile() and Path(member.name).suffix.lower() in SUFFIXES
            ]
    except tarfile.TarError as error:
        raise ValueError(f"Expected an uncompressed tar in {shard}: {error}.") from error


def open_picture(data: bytes, shortest: int) -> Image.Image:
    """A file's picture in RGB: grey, CMYK, 16 bits, palettes and transparency are converted."""
    try:
        picture = Image.open(io.BytesIO(data))
        if min(picture.size) < SMALLEST_SIDE:
            raise UnusablePicture(f"{picture.width} x {picture.height} pixels are too few")
        if picture.width * picture.height > LARGEST_PIXELS:
            raise UnusablePicture(f"{picture.width} x {picture.height} pixels are too many")
        picture.draft("RGB", scaled_size(picture.size, shortest))
        return to_rgb(ImageOps.exif_transpose(picture))
    except UnusablePicture:
        raise
    # A broken file can raise nearly anything inside its decoder.
    except Exception as error:
        raise UnusablePicture(f"{type(error).__name__}: {error}") from error


def scaled_size(size: tuple[int, int], shortest: int) -> tuple[int, int]:
    """A size of the same shape with that short side."""
    scale = shortest / min(size)
    return round(size[0] * scale), round(size[1] * scale)


def to_rgb(picture: Image.Image) -> Image.Image:
    """RGB of any mode, transparent parts on white."""
    if picture.mode.startswith("I") or picture.mode == "F":
        values = np.asarray(picture, dtype=np.float64)
        # Sixteen-bit greys; anything else of these modes is stretched to its own range.
        top = 65535.0 if picture.mode.startswith("I;16") else max(values.max(), 1.0)
        return Image.fromarray((values / top * 255).clip(0, 255).astype(np.uint8)).convert("RGB")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("RGB")
