"""Palettes: what the colours of a picture are as a whole, and the maps from one palette to another.

A palette is mean and covariance in Y, Cb, Cr, and the tones of R, G and B. A content is brought to
the first two by a linear map that takes the luma first: luma goes to luma alone, and chroma to what
luma tells of it plus what is left, scaled. So a style of one hue leaves no other. A painting is
brought towards the tones by a curve for each channel. Pictures are [n, 3, height, width], RGB in
[0, 1]. The same functions in TypeScript are in `src/network/palette.ts`, and what they do to a
frame in `recolour.glsl`, `ranks.glsl` and `tone.glsl`.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

# Luma and the two differences of colour (ITU-R BT.601), as rows.
YCBCR = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
)
# Added to the variances: a picture of one colour has none. Those of a style get so little that no
# hue shows in grey.
EPSILON = 1e-4
STYLE_EPSILON = 1e-6
# The most that a colour's distance from the mean grows: flat pictures hold noise, and the painting
# gets the contrast of the style afterwards.
LARGEST_GAIN = 1.7
# The grain of a frame that is painted: its height, and how far its points are apart, in pixels.
GRAIN, GRAIN_SIDE = 7 / 255, 4
# Tones of a channel: quantiles, evenly.
TONES = 17
# How far a painting goes to the tones of its style, without a brush and with one that does not say:
# the further, the less is left of what was learnt.
TONED, TONED_BRUSHED = 0.65, 0.8
# Levels at which ranks are known, the width over which one counts, and pixels looked at on a side.
LEVELS, RAMP, RANK_SIDE = 64, 1 / 16, 32
WORD = 0xFFFFFFFF


@dataclass
class Palette:
    """Mean [n, 3] and covariance [n, 3, 3] of pictures, in Y, Cb, Cr, and tones [n, TONES, 3]."""

    mean: Tensor
    covariance: Tensor
    tones: Tensor


def palette_of(pictures: Tensor) -> Palette:
    """The palettes of pictures, one each."""
    colours = torch.einsum("ij,njp->nip", YCBCR.to(pictures.device), pictures.flatten(2))
    mean = colours.mean(2)
    rest = colours - mean[:, :, None]
    places = (torch.arange(TONES, device=pictures.device) + 0.5) / TONES
    tones = torch.quantile(pictures.flatten(2), places, dim=2).permute(1, 0, 2)
    return Palette(mean, rest @ rest.transpose(1, 2) / rest.shape[2], tones)


def recolour(pictures: Tensor, style: Palette, alpha: float = 1.0) -> Tensor:
    """The pictures in the colours of a style's palette, in [0, 1]; alpha 0 leaves them."""
    own = palette_of(pictures)
    matrix = colour_map(own, style)
    to_ycbcr = YCBCR.to(pictures.device)
    from_ycbcr = torch.linalg.inv(to_ycbcr)
    offset = style.mean - (matrix @ own.mean[:, :, None])[:, :, 0]
    rgb = torch.lerp(torch.eye(3, device=matrix.device), from_ycbcr @ matrix @ to_ycbcr, alpha)
    shift = alpha * (offset @ from_ycbcr.T)
    mapped = torch.einsum("nij,njhw->nihw", rgb, pictures) + shift[:, :, None, None]
    return mapped.clamp(0, 1)


def toned(pictures: Tensor, style: Palette, share: float) -> Tensor:
    """Paintings brought towards the tones of a style's palette; a share of 0 leaves them.

    What a value is among those of its channel, its rank, it shall be among the style's: so the
    colours spread as the style's do (Pitié et al. 2005, in the channels alone).
    """
    ranks = ranks_of(pictures)
    values = pictures.flatten(2)
    tones = style.tones.transpose(1, 2).expand(len(pictures), -1, -1)
    mapped = at_place(tones, at_place(ranks, values * (LEVELS - 1)) * TONES - 0.5)
    return torch.lerp(values, mapped, share).view_as(pictures)


def ranks_of(pictures: Tensor) -> Tensor:
    """The shares of a picture's values below each of the levels, [n, 3, LEVELS]."""
    down, right = (
        (2 * torch.arange(RANK_SIDE) + 1) * n // (2 * RANK_SIDE) for n in pictures.shape[2:]
    )
    values = pictures[:, :, down][:, :, :, right].flatten(2)
    levels = torch.linspace(0, 1, LEVELS, device=pictures.device)
    return ((levels[:, None] - values[:, :, None]) / RAMP + 0.5).clamp(0, 1).mean(3)


def at_place(table: Tensor, places: Tensor) -> Tensor:
    """What is at places [n, 3, any], between the entries of tables [n, 3, entries]."""
    last = table.shape[2] - 1
    places = places.clamp(0, last)
    below = places.detach().floor().long().clamp(max=last - 1)
    return torch.lerp(table.gather(2, below), table.gather(2, below + 1), places - below)


def grained(pictures: Tensor) -> Tensor:
    """The pictures with a faint grain: from it strokes can begin where there is nothing else."""
    height, width = pictures.shape[2:]
    rows, columns = torch.arange(height)[:, None], torch.arange(width)[None, :]
    points = (rows // GRAIN_SIDE, columns // GRAIN_SIDE)
    down, right = (eased((place % GRAIN_SIDE) / GRAIN_SIDE) for place in (rows, columns))
    above = torch.lerp(chance_at(*points), chance_at(points[0], points[1] + 1), right)
    below = torch.lerp(
        chance_at(points[0] + 1, points[1]), chance_at(points[0] + 1, points[1] + 1), right
    )
    grain = GRAIN * torch.lerp(above, below, down)
    return (pictures + grain.to(pictures.device)).clamp(0, 1)


def eased(share: Tensor) -> Tensor:
    """GLSL's smoothstep from 0 to 1."""
    return share * share * (3 - 2 * share)


def chance_at(row: Tensor, column: Tensor) -> Tensor:
    """Numbers in [-1, 1] by the points of a lattice, which broadcast."""
    mixed = ((column * 0x9E3779B1) & WORD) ^ ((row * 0x85EBCA77) & WORD)
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & WORD
    mixed = ((mixed ^ (mixed >> 12)) * 0x297A2D39) & WORD
    return ((mixed ^ (mixed >> 15)) >> 8).float() / 8388607.5 - 1


def colour_map(content: Palette, style: Palette) -> Tensor:
    """The matrices [n, 3, 3] in Y, Cb, Cr that give the content the style's covariance."""
    wanted = factor(style.covariance, STYLE_EPSILON)
    own = factor(content.covariance, EPSILON)
    diagonal = own.diagonal(dim1=1, dim2=2)
    least = wanted.diagonal(dim1=1, dim2=2) / LARGEST_GAIN
    own = own + torch.diag_embed((least - diagonal).relu())
    return wanted @ torch.linalg.inv(own)


def factor(covariance: Tensor, epsilon: float) -> Tensor:
    """The lower triangular root of covariances (Cholesky), of degenerate ones too."""
    return torch.linalg.cholesky(covariance + epsilon * torch.eye(3, device=covariance.device))
