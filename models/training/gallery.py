"""How well a network paints the styles of a gallery, with brushes and without."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean, median

import torch
import torch.nn.functional as F
from torch import Tensor

from brush import StyleCode, code_of, paint
from loss_network import LossNetwork
from losses import LayerStatistics, style_losses
from measures import colour_distance, motion_measures
from model_folder import read_network
from network import statistics
from pairs import read_square
from palette import palette_of
from styles import find_pictures, name_of, read_style

PHOTOGRAPHS = 8
# Pixels of a window on each side that has texture or has not.
WINDOW = 16
LUMA = (0.299, 0.587, 0.114)


@dataclass
class Style:
    """A style of the gallery, and what the loss network sees in it."""

    name: str
    picture: Tensor
    wanted: LayerStatistics


class Gallery:
    """The styles of a gallery and the photographs that they are painted over.

    side: at which styles are looked at, analysed and were fitted, in pixels.
    """

    def __init__(self, styles: Path, photographs: Path, loss_network: LossNetwork, side: int):
        self.loss_network, self.side = loss_network, side
        files = find_pictures([photographs])[:PHOTOGRAPHS]
        self.photographs = [read_square(file) for file in files]
        self.styles = [self._style(file) for file in find_pictures([styles])]

    @torch.no_grad()
    def _style(self, file: Path) -> Style:
        picture = read_style(file, self.side)
        wanted = [statistics(feature) for feature in self.loss_network(picture)]
        return Style(name_of(file), picture, wanted)

    @torch.no_grad()
    def row(self, folder: Path, how: str) -> dict[str, float]:
        """The measures of a network.

        how: `plain` as it is, `palette` with that and the grain, or `brush` with all; a style that
        nothing was fitted to is painted without.
        """
        rows = [self._measures(folder, style, how) for style in self.styles]
        losses = [loss for row in rows for loss in row["losses"]]
        columns = ("recognized", "colour", "coverage", "flicker", "warped", "warped_affine")
        means = {name: mean(row[name] for row in rows) for name in columns}
        values = {"style": mean(losses), "style_median": median(losses)} | means
        return {name: round(value, 4) for name, value in values.items()}

    def _measures(self, folder: Path, style: Style, how: str) -> dict:
        network = read_network(folder).requires_grad_(False)
        if how == "brush":
            brushes = folder / "brushes" / f"{self.side}"
            code = code_of(network, brushes, style.name, style.picture)
        else:
            palette = palette_of(style.picture) if how == "palette" else None
            code = StyleCode(network.style_statistics(style.picture), palette)
        painter = partial(paint, network, code)

        losses, recognized, colours, covered = [], 0, [], []
        texture = window_texture(style.picture)
        least = texture.quantile(0.25)
        for photograph in self.photographs:
            painting = painter(photograph)
            seen = [statistics(feature) for feature in self.loss_network(painting)]
            distances = {s.name: style_losses(seen, s.wanted).sum().item() for s in self.styles}
            losses.append(distances[style.name])
            recognized += min(distances, key=distances.__getitem__) == style.name
            colours.append(colour_distance(painting, style.picture))
            covered.append((window_texture(painting) >= least).float().mean().item())
        return {
            "losses": losses,
            "recognized": recognized / len(self.photographs),
            "colour": mean(colours),
            "coverage": mean(covered),
            **motion_measures(painter, self.photographs[0], seed=1),
        }


def window_texture(picture: Tensor) -> Tensor:
    """The deviation of the luma in each window, [windows]."""
    luma = (picture * torch.tensor(LUMA)[None, :, None, None]).sum(1, keepdim=True)
    return F.unfold(luma, WINDOW, stride=WINDOW)[0].std(0)
