"""Small known motions, and moved views of a scene."""

import torch
import torch.nn.functional as F
from torch import Tensor


def random_motion(count: int, generator: torch.Generator) -> Tensor:
    """Motions [count, 2, 3]: where a pixel of the moved view comes from, in pixels from the centre.

    A third stays still, a third moves by whole pixels, a third turns by up to 1.5 degrees, zooms by
    up to 2 % and moves by fractions of pixels.
    """

    device = generator.device

    def uniform(largest: float) -> Tensor:
        return (torch.rand(count, generator=generator, device=device) * 2 - 1) * largest

    kind = torch.randint(3, (count,), generator=generator, device=device)
    shift = torch.stack([uniform(3), uniform(3)], 1)
    shift = torch.where((kind == 1)[:, None], shift.round(), shift) * (kind > 0)[:, None]
    angle = torch.where(kind == 2, uniform(0.026), 0)
    zoom = 1 + torch.where(kind == 2, uniform(0.02), 0)
    cos, sin = zoom * angle.cos(), zoom * angle.sin()
    turn = torch.stack([torch.stack([cos, -sin], 1), torch.stack([sin, cos], 1)], 1)
    return torch.cat([turn, shift[:, :, None]], 2)


def sampling_grid(motion: Tensor, height: int, width: int) -> Tensor:
    """Where each pixel comes from, [n, height, width, 2] as (x, y) in pixels from the centre."""
    y = torch.arange(height, device=motion.device) - (height - 1) / 2
    x = torch.arange(width, device=motion.device) - (width - 1) / 2
    rows, columns = torch.meshgrid(y, x, indexing="ij")
    here = torch.stack([columns, rows, torch.ones_like(rows)], -1)  # (height, width, 3)
    return torch.einsum("hwk,njk->nhwj", here, motion)


def move(pictures: Tensor, motion: Tensor, size: tuple[int, int] | None = None) -> Tensor:
    """The pictures as seen after the motion, cut to `size` around the centre.

    Whole-pixel motions are exact; bicubic sampling keeps the others nearly as sharp.
    """
    height, width = pictures.shape[2:]
    rows, columns = size or (height, width)
    grid = sampling_grid(motion, rows, columns)
    scale = torch.tensor([2 / (width - 1), 2 / (height - 1)], device=pictures.device)
    return F.grid_sample(
        pictures, grid * scale, mode="bicubic", padding_mode="reflection", align_corners=True
    )


def visible(motion: Tensor, height: int, width: int, border: int) -> Tensor:
    """[n, 1, height, width]: 1 where a pixel comes from at least `border` inside, else 0.

    The pixel itself must be as far inside, too: at a border the network has to guess.
    """
    still = torch.eye(2, 3, device=motion.device).expand(len(motion), 2, 3)
    half = torch.tensor([(width - 1) / 2, (height - 1) / 2], device=motion.device) - border
    inside = [
        (sampling_grid(m, height, width).abs() <= half + 1e-3).all(-1) for m in (motion, still)
    ]
    return (inside[0] & inside[1])[:, None].float()
