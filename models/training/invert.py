"""First weights of a decoder that has to undo a fixed encoder: least squares, a layer at a time.

The decoder mirrors the encoder, so each of its layers should give back what the encoder had there.
That is a linear problem, solved in minutes; by gradients alone it takes thousands of iterations
until anything of the content is to be seen.
"""

import math
from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor

from architecture import Conv
from network import Conv3x3, Network, run_layer
from processes import total_of_all

# Of the mean square of what a layer reads; keeps the solution from trusting small differences.
RIDGE = 1e-3
# So many places in the pictures for every weight that a sum has; more of them tell nothing new.
PLACES = 30


@torch.no_grad()
def invert(network: Network, pictures: Tensor) -> None:
    """Sets the decoder so that it gives pictures back, roughly.

    pictures: [n, 3, height, width] in [0, 1], their sides multiples of 8. A hundred will do.
    """
    table = network.architecture
    layers = table.encoder
    # What the encoder has before each of its layers, from the picture on, and at its end.
    seen = [pictures * table.input_scale + table.input_offset]
    for layer in layers:
        seen.append(run_layer(network.encoder[layer.name], layer, seen[-1]))
    x = seen.pop()
    seen[0] = (pictures - table.output_offset) / table.output_scale
    for layer, wanted in zip(table.decoder, reversed(seen), strict=True):
        module = network.decoder[layer.name]
        solve(module, layer, x, wanted)
        x = run_layer(module, layer, x)


def solve(module: Conv3x3, layer: Conv, x: Tensor, wanted: Tensor) -> None:
    """The weights with which a layer makes of x what is nearest to what is wanted; over the
    pictures of all processes."""
    if layer.upsample:
        x = F.interpolate(x, scale_factor=2, mode="nearest")
    unknowns = 9 * layer.inputs + 1
    random = torch.Generator().manual_seed(layer.inputs)
    enough = math.ceil(PLACES * unknowns / len(wanted))
    places = torch.randperm(wanted[0, 0].numel(), generator=random)[:enough].to(x.device)

    def samples() -> Iterator[tuple[Tensor, Tensor]]:
        """What the sums of a picture see, [places, unknowns], and what they should be."""
        for picture, goal in zip(x, wanted, strict=True):
            padded = F.pad(picture[None], (1, 1, 1, 1), mode="reflect")
            patches = F.unfold(padded, 3)[0, :, places].T
            yield F.pad(patches, (0, 1), value=1.0), goal.flatten(1)[:, places].T

    squares = x.new_zeros(unknowns, unknowns)
    products = x.new_zeros(unknowns, layer.outputs)
    for patches, goal in samples():
        squares.addmm_(patches.T, patches)
        products.addmm_(patches.T, goal)
    squares = total_of_all(squares).double()
    squares.diagonal().add_(RIDGE * squares.diagonal().mean())
    factor = torch.linalg.cholesky(squares)
    weights = torch.cholesky_solve(total_of_all(products).double(), factor)
    module.kernel.copy_(weights[:-1].T.reshape(module.kernel.shape))
    module.bias.copy_(weights[-1])
