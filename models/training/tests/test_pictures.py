import io
import struct
import tarfile
import zlib

import numpy as np
import pytest
from PIL import Image

from pictures import Pictures, UnusablePicture, open_picture


def encoded(picture, kind):
    buffer = io.BytesIO()
    picture.save(buffer, kind)
    return buffer.getvalue()


def test_every_mode_comes_as_rgb():
    red = Image.new("RGB", (40, 40), (250, 10, 10))
    cmyk = open_picture(encoded(red.convert("CMYK"), "JPEG"), 40)
    assert cmyk.mode == "RGB" and cmyk.getpixel((5, 5))[0] > 200
    grey = open_picture(encoded(Image.new("L", (40, 40), 99), "PNG"), 40)
    assert grey.getpixel((0, 0)) == (99, 99, 99)
    clear = open_picture(encoded(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"), 40)
    assert clear.getpixel((0, 0)) == (255, 255, 255)
    palette = open_picture(encoded(red.convert("P"), "GIF"), 40)
    assert palette.mode == "RGB"


def test_sixteen_bits_keep_their_brightness():
    values = np.full((40, 40), 32768, dtype=np.uint16)
    data = encoded(Image.fromarray(values), "PNG")
    assert open_picture(data, 40).getpixel((3, 3))[0] == pytest.approx(128, abs=1)


def test_a_huge_jpeg_is_decoded_no_larger_than_needed():
    data = encoded(Image.new("RGB", (4000, 3000), "blue"), "JPEG")
    assert min(open_picture(data, 288).size) < 600


def png_header(width, height):
    """A PNG that says it is that large and ends there."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        encoded(Image.new("RGB", (64, 64)), "PNG")[:60],
        encoded(Image.effect_noise((64, 64), 50).convert("RGB"), "JPEG")[:700],
        encoded(Image.new("RGB", (64, 1)), "PNG"),
        png_header(60_000, 60_000),
    ],
    ids=["empty", "text", "cut PNG", "cut JPEG", "one pixel high", "too large"],
)
def test_what_is_no_picture_to_train_on_is_refused(data):
    with pytest.raises(UnusablePicture):
        open_picture(data, 64)


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(ValueError, match="found none"):
        Pictures(tmp_path)
    with pytest.raises(ValueError, match="no such folder"):
        Pictures(tmp_path / "nowhere")


def test_shards_hold_the_same_pictures_as_the_folder(toy, tmp_path):
    for number in range(2):
        with tarfile.open(tmp_path / f"{number}.tar", "w") as shard:
            for file in sorted((toy / "content").iterdir())[number::2]:
                shard.add(file, file.name)
    folder, shards = Pictures(toy / "content"), Pictures(tmp_path)
    assert len(shards) == len(folder) == 5

    def contents(pictures):
        return sorted(pictures.open(index, 64).tobytes() for index in range(5))

    assert contents(shards) == contents(folder)


def test_a_broken_shard_is_told(tmp_path):
    (tmp_path / "a.tar").write_bytes(b"x" * 2000)
    with pytest.raises(ValueError, match="uncompressed tar"):
        Pictures(tmp_path)
