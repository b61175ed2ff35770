"""Channels that have died, brought back (Sokar et al. 2023, on dormant neurons).

A channel whose sum is negative wherever one looks is cut off by its ReLU, gets no gradient any more
and stays dead. Too high a rate kills most of a network in its first hundred iterations, unseen:
what is left goes on learning.
"""

from itertools import pairwise

import torch
from torch import Tensor

from network import Conv3x3, Network, ResidualBlock
from processes import largest_of_all

# A channel is dead if its largest activation is below this share of the layer's.
DEAD = 1e-3


@torch.no_grad()
def revive(
    network: Network,
    average: Network,
    optimizer: torch.optim.Optimizer,
    pairs: list[tuple[Tensor, Tensor]],
    generator: torch.Generator,
) -> int:
    """Gives dead channels new weights to begin with; returns how many there were.

    They are read with weights of zero at first, so that the pictures hardly change. The average of
    the weights gets the same, and the optimiser forgets what it knew of them.

    pairs: contents and styles, as many of both, [n, 3, height, width]; what fires for none of them
    is dead. A few pictures do not tell: a channel may be for what is rare.
    """
    twins = dict(zip(network.parameters(), average.parameters(), strict=True))
    # All are found before the first one is changed.
    found = dead_channels(network, pairs)
    ends_of_blocks = {m.conv2 for m in network.modules() if isinstance(m, ResidualBlock)}
    for writer, reader, dead in found:
        lengths = writer.kernel.flatten(1).norm(dim=1)
        fresh = torch.randn(writer.kernel.shape, generator=generator, device=generator.device)
        # Of inputs that are never negative, other kernels give sums of one sign: dead again, half.
        fresh -= fresh.mean((2, 3), keepdim=True)
        alive = lengths[~dead].mean() if (~dead).any() else lengths.mean()
        fresh *= (alive / fresh.flatten(1).norm(dim=1))[:, None, None, None]
        # A block starts as the identity.
        put(
            writer.kernel,
            0.0 if writer in ends_of_blocks else fresh[dead],
            (dead,),
            twins,
            optimizer,
        )
        put(writer.bias, 0.0, (dead,), twins, optimizer)
        put(reader.kernel, 0.0, (slice(None), dead), twins, optimizer)
    return sum(int(dead.sum()) for _, _, dead in found)


def dead_channels(
    network: Network, pairs: list[tuple[Tensor, Tensor]]
) -> list[tuple[Conv3x3, Conv3x3, Tensor]]:
    """Each convolution that is trained, the next one, and which of the channels between are dead.

    Told by what the next one reads when it paints: a ReLU, pooling, up-sampling and AdaIN are
    between them, and leave nothing of a dead channel.
    """
    convs = [module for module in network.modules() if isinstance(module, Conv3x3)]
    peaks: dict[Conv3x3, Tensor] = {}

    def watch(conv: Conv3x3, inputs: tuple[Tensor]) -> None:
        peak = inputs[0].abs().amax((0, 2, 3))
        peaks[conv] = torch.maximum(peaks.get(conv, peak), peak)

    hooks = [conv.register_forward_pre_hook(watch) for conv in convs]
    for contents, styles in pairs:
        network.stylize(contents, network.style_statistics(styles))
    for hook in hooks:
        hook.remove()
    found = []
    for writer, reader in pairwise(convs):
        if writer.kernel.requires_grad:
            peak = largest_of_all(peaks[reader])
            found.append((writer, reader, peak <= DEAD * peak.max()))
    return found


def put(
    weights: Tensor,
    values: Tensor | float,
    place: tuple,
    twins: dict[Tensor, Tensor],
    optimizer: torch.optim.Optimizer,
) -> None:
    """Sets some of the weights, in the average too, and forgets the gradients they had."""
    for tensor in (weights, twins[weights]):
        tensor[place] = values
    for memory in optimizer.state[weights].values():
        if memory.shape == weights.shape:
            memory[place] = 0
