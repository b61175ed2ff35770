"""Palettes: what the colours of a picture are as a whole, and the map from one palette to another.

A palette is mean and covariance in Y, Cb, Cr. The map is linear and takes the luma first: luma goes
to luma alone, and chroma to what luma tells of it plus what is left, scaled. So a style of one hue
leaves no other. Pictures are [n, 3, height, width], RGB in [0, 1]. The same functions in TypeScript
are in `src/network/palette.ts`, and what they do to a frame in `recolour.glsl`.
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
# The most that a colour's distance from the mean grows: grey pictures hold noise and no colour.
LARGEST_GAIN = 3.0
# The grain of a frame that is painted: its height, and how far its points are apart, in pixels.
GRAIN, GRAIN_SIDE = 7 / 255, 4
WORD = 0xFFFFFFFF


@dataclass
class Palette:
    """Mean [n, 3] and covariance [n, 3, 3] of pictures, in Y, Cb, Cr."""

    mean: Tensor
    covariance: Tensor


def palette_of(pictures: Tensor) -> Palette:
    """The palettes of pictures, one each."""
    colours = torch.einsum("ij,njp->nip", YCBCR.to(pictures.device), pictures.flatten(2))
    mean = colours.mean(2)
    rest = colours - mean[:, :, None]
    return Palette(mean, rest @ rest.transpose(1, 2) / rest.shape[2])


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
