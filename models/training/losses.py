"""The terms of the training loss. Pictures are [n, 3, height, width] in [0, 1]; each function gives
one number a picture, [n], unless it says otherwise."""

import torch
import torch.nn.functional as F
from torch import Tensor

# Directions in which the colours of two pictures are compared.
COLOUR_DIRECTIONS = 8

# Mean and standard deviation, [n, channels, 1, 1] each, of the four layers of the loss network.
LayerStatistics = list[tuple[Tensor, Tensor]]


def content_loss(feature: Tensor, target: Tensor) -> Tensor:
    """The mean squared difference of two features: equation 12 with the AdaIN target."""
    return (feature.float() - target.float()).square().mean((1, 2, 3))


def style_losses(output: LayerStatistics, target: LayerStatistics) -> Tensor:
    """Equation 13, layer by layer, [n, 4]: squared differences of mean and deviation."""
    return torch.stack(
        [
            ((mean - target_mean).square() + (std - target_std).square()).mean((1, 2, 3))
            for (mean, std), (target_mean, target_std) in zip(output, target, strict=True)
        ],
        1,
    )


def mix_statistics(content: LayerStatistics, style: LayerStatistics, alpha: Tensor):
    """What strength alpha, [n, 1, 1, 1], asks for: the statistics of the mixed feature."""
    return [
        (torch.lerp(content_mean, mean, alpha), torch.lerp(content_std, std, alpha))
        for (content_mean, content_std), (mean, std) in zip(content, style, strict=True)
    ]


def colour_loss(pictures: Tensor, style: Tensor, generator: torch.Generator) -> Tensor:
    """How far the colours are from those of one style picture, wherever these are: the sliced
    Wasserstein distance of RGB (Rabin et al. 2012), over random directions."""
    device = pictures.device
    directions = torch.randn(COLOUR_DIRECTIONS, 3, generator=generator, device=device)
    directions = F.normalize(directions, dim=1)
    colours = (directions @ pictures.flatten(2)).sort(2).values
    wanted = (directions @ style.flatten(2)).sort(2).values
    # As many colours of the style as there are pixels, evenly from the lowest to the highest.
    wanted = F.interpolate(wanted, colours.shape[2], mode="linear", align_corners=True)
    return (colours - wanted).abs().mean((1, 2))


def identity_loss(pictures: Tensor, contents: Tensor) -> Tensor:
    """The absolute difference of the pixels, and of the steps between neighbours."""
    error = pictures - contents
    rows = error.diff(dim=2).abs().mean((1, 2, 3))
    columns = error.diff(dim=3).abs().mean((1, 2, 3))
    return error.abs().mean((1, 2, 3)) + rows + columns


def steadiness_loss(pictures: Tensor, expected: Tensor, mask: Tensor) -> Tensor:
    """The root of the mean squared difference where the mask is 1.

    The root, and not the square, so that the last bit of trembling costs as much as the first.
    """
    error = (pictures - expected).square().mean(1, keepdim=True) * mask
    return (error.sum((1, 2, 3)) / mask.sum((1, 2, 3)).clamp(min=1) + 1e-6).sqrt()


def fine_energy(pictures: Tensor) -> Tensor:
    """The energy at the finest frequencies, [n, 6]: columns, rows and dots of one pixel and two."""
    energies = []
    for octave in (pictures, F.avg_pool2d(pictures, 2)):
        smooth, stripes = low_and_high(octave, 3)
        rows, dots = low_and_high(stripes, 2)
        columns = low_and_high(smooth, 2)[1]
        energies += [band.square().mean((1, 2, 3)) for band in (rows, columns, dots)]
    return torch.stack(energies, 1)


def low_and_high(x: Tensor, dim: int) -> tuple[Tensor, Tensor]:
    """x filtered along an axis with (1, 2, 1) / 4, and with (1, -2, 1) / 4: the Nyquist frequency
    passes the second one alone."""
    size = x.shape[dim] - 2
    middle = x.narrow(dim, 1, size) / 2
    sides = (x.narrow(dim, 0, size) + x.narrow(dim, 2, size)) / 4
    return sides + middle, sides - middle


def fine_texture_loss(pictures: Tensor, contents: Tensor, styles: Tensor) -> Tensor:
    """By how much, in powers of e, the finest texture is stronger than in content and style.

    Dots of one or two pixels that are in neither come from the network itself.
    """
    allowed = torch.maximum(fine_energy(contents), fine_energy(styles))
    return (torch.log(fine_energy(pictures) + 1e-5) - torch.log(allowed + 1e-5)).relu().mean(1)


def range_loss(peaks: list[Tensor], limit: float = 300.0) -> Tensor:
    """How far the largest activations pass the limit, one number; float16 ends at 65,504, and
    squares of them are summed."""
    return (torch.stack(peaks) / limit - 1).relu().square().sum()
