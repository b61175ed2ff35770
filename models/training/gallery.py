"""How well a network paints the styles of a gallery, with brushes and without."""

from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

import torch
import torch.nn.functional as F
from torch import Tensor

from brush import StyleCode, read_brush
from fit import name_of, read_style, style_files
from loss_network import LossNetwork
from losses import LayerStatistics, style_losses
from measures import motion_measures
from model_folder import read_network
from network import Network, statistics
from pairs import read_square
from palette import grained, palette_of, recolour
from sheet import find_pictures

# Styles are looked at, and fitted, at this longer side in pixels.
SIDE = 512
# Where nothing was fitted, the app analyses them at this one.
ANALYSED_SIDE = 256
PHOTOGRAPHS = 8
# Of the colours of two pictures: directions of a sliced distance, and their pixels on each side.
DIRECTIONS, COLOUR_SIDE = 32, 64
# Pixels of a window on each side that has texture or has not.
WINDOW = 16
LUMA = (0.299, 0.587, 0.114)


@dataclass
class Style:
    """A style of the gallery, and what the loss network sees in it."""

    name: str
    file: Path
    picture: Tensor
    wanted: LayerStatistics


class Gallery:
    """The styles of a gallery and the photographs that they are painted over."""

    def __init__(self, styles: Path, photographs: Path, loss_network: LossNetwork):
        self.loss_network = loss_network
        files = find_pictures([photographs])[:PHOTOGRAPHS]
        self.photographs = [read_square(file) for file in files]
        self.styles = [self._style(file) for file in style_files(styles)]

    @torch.no_grad()
    def _style(self, file: Path) -> Style:
        picture = read_style(file, SIDE)
        wanted = [statistics(feature) for feature in self.loss_network(picture)]
        return Style(name_of(file), file, picture, wanted)

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
        code = code_of(network, folder, style, how)

        def paint(contents: Tensor) -> Tensor:
            coloured = contents if how == "plain" else grained(recolour(contents, code.palette))
            return network.stylize(coloured, code.statistics)

        losses, recognized, colours, covered = [], 0, [], []
        texture = window_texture(style.picture)
        least = texture.quantile(0.25)
        for photograph in self.photographs:
            painting = paint(photograph)
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
            **motion_measures(paint, self.photographs[0], seed=1),
        }


def code_of(network: Network, folder: Path, style: Style, how: str) -> StyleCode:
    """What the network knows of a style; with a brush, it paints with that from now on."""
    if how == "brush" and (folder / "brushes" / f"{style.name}.bin").exists():
        return read_brush(folder / "brushes", style.name, network)
    picture = read_style(style.file, ANALYSED_SIDE)
    return StyleCode(network.style_statistics(picture), palette_of(picture))


def colour_distance(first: Tensor, second: Tensor) -> float:
    """The sliced Wasserstein distance of the RGB colours of two pictures, in [0, 1]."""
    size = (COLOUR_SIDE, COLOUR_SIDE)
    generator = torch.Generator().manual_seed(1)
    directions = F.normalize(torch.randn(DIRECTIONS, 3, generator=generator), dim=1)
    sorted_colours = [
        (directions @ F.interpolate(picture, size, mode="nearest")[0].flatten(1)).sort(1).values
        for picture in (first, second)
    ]
    return (sorted_colours[0] - sorted_colours[1]).abs().mean().item()


def window_texture(picture: Tensor) -> Tensor:
    """The deviation of the luma in each window, [windows]."""
    luma = (picture * torch.tensor(LUMA)[None, :, None, None]).sum(1, keepdim=True)
    return F.unfold(luma, WINDOW, stride=WINDOW)[0].std(0)
