"""How good pictures and networks are: one number a picture or pair, in float32.

Pictures are [1, 3, height, width] in [0, 1].
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from loss_network import LossNetwork
from losses import LayerStatistics, content_loss, fine_energy, style_losses
from motion import move, visible
from network import adain, statistics

# Paints contents [n, 3, height, width] in one style.
Painter = Callable[[Tensor], Tensor]

LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
NOISE = 2 / 255
FRAMES = 8
# Of the colours of two pictures: directions of a sliced distance, and their pixels on each side.
DIRECTIONS, COLOUR_SIDE = 32, 64
# Pixels at the border that two views of a scene need not agree on.
BORDER = 8


@dataclass
class Reference:
    """What the loss network sees in a pair."""

    content: Tensor
    feature: Tensor
    target: Tensor
    style: LayerStatistics
    # The larger one of content and style.
    fine: Tensor


@torch.no_grad()
def reference_of(content: Tensor, style: Tensor, loss_network: LossNetwork) -> Reference:
    """The content's feature, the style's statistics and the AdaIN target of a pair."""
    feature = loss_network(content)[-1]
    wanted = [statistics(layer) for layer in loss_network(style)]
    fine = torch.maximum(fine_energy(content), fine_energy(style))
    return Reference(content, feature, adain(feature, *wanted[-1]), wanted, fine)


@torch.no_grad()
def picture_measures(
    picture: Tensor, reference: Reference, loss_network: LossNetwork
) -> dict[str, float]:
    """Content and style losses, similarity to the content, finest texture and grid."""
    features = loss_network(picture)
    styles = style_losses([statistics(layer) for layer in features], reference.style)[0]
    return {
        "content": content_loss(features[-1], reference.feature).item(),
        "target": content_loss(features[-1], reference.target).item(),
        "style": styles.sum().item(),
        **{layer: value.item() for layer, value in zip(LAYERS, styles, strict=True)},
        "ssim": structural_similarity(picture, reference.content).item(),
        "fine": (fine_energy(picture) / reference.fine).mean().item(),
        "grid": max(grid_pattern(picture, period) for period in (2, 4, 8)),
    }


@torch.no_grad()
def motion_measures(paint: Painter, content: Tensor, seed: int) -> dict[str, float]:
    """Flicker under noise, and the error between two views of a scene moved by a known motion."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(FRAMES, *content.shape[1:], generator=generator) * NOISE
    frames = paint(content + noise.to(content.device))
    flicker = frames.std(0).mean() * 255
    picture = paint(content)
    return {
        "flicker": flicker.item(),
        "warped": warped_error(paint, content, picture, shift_by(1, 1)),
        "warped_affine": warped_error(paint, content, picture, SMALL_MOTION),
    }


def warped_error(paint: Painter, content: Tensor, picture: Tensor, motion: Tensor) -> float:
    """The root mean square between the moved scene's picture and the moved picture."""
    motion = motion.to(content.device)
    moved = paint(move(content, motion))
    mask = visible(motion, *content.shape[2:], BORDER)
    error = (moved - move(picture, motion).clamp(0, 1)).square().mean(1, keepdim=True)
    return ((error * mask).sum() / mask.sum()).sqrt().item()


def shift_by(x: float, y: float) -> Tensor:
    """The motion by so many pixels, [1, 2, 3]."""
    return torch.tensor([[[1.0, 0.0, x], [0.0, 1.0, y]]])


# A turn by half a degree, a zoom by half a per cent, a shift by parts of a pixel.
SMALL_MOTION = torch.tensor([[[1.005, -0.0087, 0.7], [0.0087, 1.005, -0.4]]])


def grid_pattern(picture: Tensor, period: int) -> float:
    """How much of a picture repeats every `period` pixels, relative to chance.

    About 1 or less for photographs; a checkerboard, or dots that up-sampling leaves, give more.
    """
    luminance = picture.mean(1, keepdim=True)
    smooth = F.avg_pool2d(luminance, 2 * period + 1, 1, period, count_include_pad=False)
    windows = (luminance - smooth)[0, 0].unfold(0, 64, 64).unfold(1, 64, 64)
    # (rows, columns, place, phase, place, phase) of windows of 64 x 64 pixels
    cells = windows.unflatten(2, (-1, period)).unflatten(4, (-1, period))
    repeating = cells.mean((2, 4)).square().mean() * (64 // period) ** 2
    return (repeating / (windows.square().mean() + 1e-9)).item()


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


def structural_similarity(first: Tensor, second: Tensor) -> Tensor:
    """SSIM of the luminances (Wang et al. 2004): Gaussian window of 11 pixels, deviation 1.5."""
    weights = torch.tensor([0.299, 0.587, 0.114], device=first.device)[None, :, None, None]
    a, b = ((picture * weights).sum(1, keepdim=True) for picture in (first, second))
    offsets = torch.arange(11, device=first.device) - 5.0
    line = torch.exp(-offsets.square() / (2 * 1.5**2))
    window = torch.outer(line, line)
    window = (window / window.sum())[None, None]

    def local(x: Tensor) -> Tensor:
        return F.conv2d(x, window)

    mean_a, mean_b = local(a), local(b)
    variance_a = local(a * a) - mean_a.square()
    variance_b = local(b * b) - mean_b.square()
    covariance = local(a * b) - mean_a * mean_b
    c1, c2 = 0.01**2, 0.03**2
    luminance = (2 * mean_a * mean_b + c1) / (mean_a.square() + mean_b.square() + c1)
    structure = (2 * covariance + c2) / (variance_a + variance_b + c2)
    return (luminance * structure).mean()
