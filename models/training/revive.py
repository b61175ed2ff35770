"""Channels that have died, brought back (Sokar et al. 2023, on dormant neurons).

A channel whose sum is negative wherever one looks is cut off by its ReLU, gets no gradient any more
and stays dead. Too high a rate kills most of a network in its first hundred iterations, unseen:
what is left goes on learning.
"""

from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor

from architecture import Conv
from network import Conv3x3, Network, ResidualBlock, adain, run_layer, statistics
from processes import largest_of_all

# A channel is dead if its largest activation is below this share of the layer's.
DEAD = 1e-3
# A convolution, the one that reads what its ReLU lets pass, and the largest of that, a channel.
Link = tuple[Conv3x3, Conv3x3, Tensor]


@torch.no_grad()
def revive(
    network: Network,
    average: Network,
    optimizer: torch.optim.Optimizer,
    contents: Tensor,
    styles: Tensor,
    generator: torch.Generator,
) -> int:
    """Gives dead channels new weights to begin with; returns how many there were.

    They are read with weights of zero at first, so that the pictures hardly change. The average of
    the weights gets the same, and the optimiser forgets what it knew of them.

    contents, styles: as many of both, [n, 3, height, width]; what fires for none of them is dead.
    """
    twins = dict(zip(network.parameters(), average.parameters(), strict=True))
    # All are found before the first one is changed.
    found = [
        (writer, reader, peak <= DEAD * peak.max())
        for writer, reader, own_peak in links(network, contents, styles)
        for peak in [largest_of_all(own_peak)]
        if writer.kernel.requires_grad
    ]
    for writer, reader, dead in found:
        lengths = writer.kernel.flatten(1).norm(dim=1)
        fresh = torch.randn(writer.kernel.shape, generator=generator, device=generator.device)
        alive = lengths[~dead].mean() if (~dead).any() else lengths.mean()
        fresh *= (alive / fresh.flatten(1).norm(dim=1))[:, None, None, None]
        if is_second_of_block(network, writer):
            # The block starts as the identity.
            fresh.zero_()
        put(writer.kernel, fresh[dead], (dead,), twins, optimizer)
        put(writer.bias, 0.0, (dead,), twins, optimizer)
        if reader.kernel.requires_grad:
            put(reader.kernel, 0.0, (slice(None), dead), twins, optimizer)
    return sum(int(dead.sum()) for _, _, dead in found)


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


def is_second_of_block(network: Network, conv: Conv3x3) -> bool:
    return any(isinstance(m, ResidualBlock) and m.conv2 is conv for m in network.modules())


def links(network: Network, contents: Tensor, styles: Tensor) -> Iterator[Link]:
    """All convolutions but the last, with the largest activation of each of their channels."""
    table = network.architecture
    x = torch.cat([contents, styles]) * table.input_scale + table.input_offset
    chain = [(network.encoder[layer.name], layer) for layer in table.encoder]
    chain += [(network.decoder[layer.name], layer) for layer in table.decoder]
    features = {}
    for number, (module, layer) in enumerate(chain[:-1]):
        if number == len(table.encoder):
            x = features[table.levels[-1]]
        if isinstance(module, ResidualBlock):
            yield module.conv1, module.conv2, F.relu(module.conv1(x)).amax((0, 2, 3))
        decoding = number >= len(table.encoder)
        added = features[layer.add] if decoding and isinstance(layer, Conv) and layer.add else None
        x = run_layer(module, layer, x, added)
        reader = chain[number + 1][0]
        yield (
            module.conv2 if isinstance(module, ResidualBlock) else module,
            reader.conv1 if isinstance(reader, ResidualBlock) else reader,
            x.amax((0, 2, 3)),
        )
        if layer.level:
            content, style = x.chunk(2)
            features[layer.level] = adain(content, *statistics(style))
