"""`golden.json`: two pictures and what a network makes of them, for the app's parity tests."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from network import Network

NOTE = (
    "row-major HWC; content and style are 0..255; "
    "statistics and outputs are float32 of the float16-rounded weights"
)
ALPHAS = (1.0, 0.5, 0.0)


@torch.no_grad()
def golden_record(network: Network, height: int = 32, width: int = 48) -> dict:
    """A content, a style, the style's statistics and the outputs, as plain lists.

    The network's weights must be rounded to float16 already.
    """
    network = network.float().cpu()
    content, style = waves(height, width, 0.21), waves(height, width, 0.83)[:, :, ::-1].copy()
    statistics = network.style_statistics(as_picture(style))
    return {
        "shape": [height, width, 3],
        "note": NOTE,
        "content": content.flatten().tolist(),
        "style": style.flatten().tolist(),
        "styleStatistics": {
            level: {"mean": rounded(mean), "std": rounded(std)}
            for level, (mean, std) in statistics.items()
        },
        "contentFeatureMean": {
            level: rounded(feature.mean((0, 2, 3)))
            for level, feature in network.encode(as_picture(content)).items()
        },
        "output": {
            str(alpha): rounded(
                network.stylize(as_picture(content), statistics, alpha).permute(0, 2, 3, 1)
            )
            for alpha in ALPHAS
        },
    }


def write_golden(path: Path, record: dict) -> None:
    path.write_text(json.dumps(record) + "\n")


def waves(height: int, width: int, pace: float) -> np.ndarray:
    """A smooth colourful picture with edges, [height, width, 3] of 0 to 255."""
    y, x = np.mgrid[0:height, 0:width]
    red = np.sin(pace * x + 0.05 * y)
    green = np.cos(pace * 0.6 * y - 0.04 * x)
    blue = np.sign(np.sin(pace * 0.5 * (x + y))) * 0.8
    return np.rint(127.5 + 127.5 * np.stack([red, green, blue], -1)).astype(np.int64)


def as_picture(values: np.ndarray) -> Tensor:
    return torch.from_numpy(values).permute(2, 0, 1)[None].float() / 255


def rounded(values: Tensor) -> list[float]:
    return [round(value, 5) for value in values.flatten().tolist()]
