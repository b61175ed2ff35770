"""The measures of a network on pairs, while it is trained and after."""

import argparse
from copy import deepcopy
from functools import partial
from pathlib import Path

import torch

from brush import StyleCode, code_of, paint
from loss_network import LossNetwork
from measures import colour_distance, motion_measures, picture_measures, reference_of
from network import Network
from pairs import read_pairs
from palette import palette_of

# What to reach: MicroAST's content losses, a quarter less of its style loss, and a still picture.
# The score of a network is the mean of its measures relative to these.
GOALS = {"content": 2.51, "target": 2.44, "style": 1.29, "flicker": 1.0, "warped": 0.04}
# Motion is measured on every so many pairs: it says the same and costs eleven pictures each.
MOTION_STEP = 4


class Validation:
    """Measures networks on the pairs; keeps what the loss network sees in these."""

    def __init__(self, options: argparse.Namespace, device: torch.device):
        self.loss_network = LossNetwork(options.loss_network).to(device)
        self.pairs = read_pairs(options.pairs, options.validation, device)
        self.references = [
            reference_of(pair.content, pair.style, self.loss_network) for pair in self.pairs
        ]

    @torch.no_grad()
    def __call__(
        self,
        network: Network,
        motion_step: int = MOTION_STEP,
        alpha: float = 1.0,
        coloured: bool = False,
        brushes: Path | None = None,
    ) -> dict[str, float]:
        """The means over the pairs, the largest activation, and the score: lower is better.

        alpha: the style strength, 0 to 1.
        coloured: contents are brought to the style's palette first, as in the app.
        brushes: a folder of those fitted to the styles, with palettes of their own.
        """
        rows: list[dict[str, float]] = []
        network.peaks = []
        for number, (pair, reference) in enumerate(zip(self.pairs, self.references, strict=True)):
            painting = network
            if brushes:
                painting = deepcopy(network)
                painting.peaks = network.peaks
                code = code_of(painting, brushes, pair.style_name, pair.style)
            else:
                palette = palette_of(pair.style) if coloured else None
                code = StyleCode(network.style_statistics(pair.style), palette)
            painter = partial(paint, painting, code, alpha=alpha)
            picture = painter(pair.content)
            row = picture_measures(picture, reference, self.loss_network)
            row["colour"] = colour_distance(picture, pair.style)
            if number % motion_step == 0:
                row |= motion_measures(painter, pair.content, seed=number)
            rows.append(row)
        means = mean_rows(rows) | {"peak": float(torch.stack(network.peaks).max())}
        network.peaks = None
        score = sum(means[name] / goal for name, goal in GOALS.items()) / len(GOALS)
        return {name: round(value, 4) for name, value in (means | {"score": score}).items()}

    def of_pictures(self, pictures: list[torch.Tensor]) -> dict[str, float]:
        """The means over ready pictures, one a pair: another network's."""
        rows = [
            picture_measures(picture, reference, self.loss_network)
            | {"colour": colour_distance(picture, pair.style)}
            for picture, reference, pair in zip(pictures, self.references, self.pairs, strict=True)
        ]
        return {name: round(value, 4) for name, value in mean_rows(rows).items()}


def mean_rows(rows: list[dict[str, float]]) -> dict[str, float]:
    """The mean of each measure over the rows that have it."""
    names = dict.fromkeys(name for row in rows for name in row)
    values = {name: [row[name] for row in rows if name in row] for name in names}
    return {name: sum(listed) / len(listed) for name, listed in values.items()}
