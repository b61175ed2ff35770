"""Toy data: pictures of noise and stripes, and a loss network of random weights."""

import argparse
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from architecture import architecture_of, weight_shapes
from network import Network
from options import parse_options

torch.set_num_threads(1)


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with content/, style/, pairs.csv and vgg.npz."""
    folder = tmp_path_factory.mktemp("toy")
    random = np.random.default_rng(1)
    for kind in ("content", "style"):
        (folder / kind).mkdir()
        for number in range(5):
            write_picture(folder / kind / f"{number}.png", random, stripes=kind == "style")
    rows = ["pair,content,style", "00,0.png,1.png", "01,2.png,3.png"]
    (folder / "pairs.csv").write_text("\n".join(rows) + "\n")
    weights = {}
    for name, shape in weight_shapes(architecture_of("vgg19")).items():
        half, layer, part = name.split("/")
        if half == "encoder":
            deviation = (2 / (9 * shape[2])) ** 0.5 if part == "kernel" else 0.0
            values = random.normal(0, 1, shape).astype(np.float32) * np.float32(deviation)
            weights[f"{layer}.{part}"] = values
    np.savez(folder / "vgg.npz", **weights)
    return folder


def write_picture(path: Path, random: np.random.Generator, stripes: bool) -> None:
    """A smooth picture, or one of stripes, of 80 x 64 pixels."""
    coarse = random.integers(0, 256, (3, 4, 3)).astype(np.uint8)
    picture = Image.fromarray(coarse).resize((80, 64), Image.Resampling.BICUBIC)
    pixels = np.array(picture)
    if stripes:
        pixels[:, ::4] = random.integers(0, 256, 3)
    Image.fromarray(pixels).save(path)


@pytest.fixture
def options(toy: Path, tmp_path: Path) -> argparse.Namespace:
    """A run of six small steps, two of them as auto-encoder."""
    return parse_options(
        [
            *("--output", str(tmp_path / "run")),
            *("--content", str(toy / "content"), "--style", str(toy / "style")),
            *("--loss-network", str(toy / "vgg.npz"), "--width", str(1 / 16)),
            *("--batch", "2", "--crop", "32", "--sides", "48", "64", "--style-crops", "2"),
            *("--iterations", "6", "--reconstruct", "2", "--workers", "0", "--threads", "1"),
            *("--log-every", "2", "--save-every", "3", "--rate", "0.01", "--revive-every", "2"),
        ]
    )


@pytest.fixture
def toy_network() -> Network:
    """A swift of 4 to 32 channels with random weights everywhere."""
    return random_network("swift", 1 / 16)


def random_network(name: str, width: float, levels: tuple[str, ...] | None = None) -> Network:
    """A network in which every weight takes part: residual blocks start as zero otherwise."""
    # A seed with which few channels are dead, also with only two of them.
    torch.manual_seed(13)
    network = Network(architecture_of(name, width, levels)).requires_grad_(False)
    for key, parameter in network.named_parameters():
        if key.endswith("conv2.kernel"):
            parameter.normal_(0, 0.1)
        elif parameter.ndim == 1:
            parameter.normal_(0.3, 0.1)
    # Around the middle of the range, where nothing is clamped.
    last = list(network.decoder.values())[-1]
    last.kernel.mul_(0.3)
    last.bias.fill_(0.5 if name == "vgg19" else 0.0)
    return network
