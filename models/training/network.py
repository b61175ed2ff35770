"""AdaIN style transfer (Huang & Belongie, ICCV 2017) from a layer table.

    t = AdaIN(f(c), f(s)) = std(f(s)) * (f(c) - mean(f(c))) / std(f(c)) + mean(f(s))     (eq. 8)
    T(c, s, alpha) = g((1 - alpha) f(c) + alpha t)                                       (eq. 14)

Pictures are [n, 3, height, width], RGB in [0, 1]. Features are dicts from level to
[n, channels, h, w]; statistics are dicts from level to (mean, std), each [n, channels, 1, 1].
The same functions in TypeScript are in `src/network/`.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from architecture import Architecture, Conv, Layer, Residual

# Added to the variance before the root, so that a constant channel can be divided by.
EPSILON = 1e-5

Features = dict[str, Tensor]
Statistics = dict[str, tuple[Tensor, Tensor]]


class Conv3x3(nn.Module):
    """A 3x3 convolution with one pixel of reflection padding and a bias."""

    def __init__(self, inputs: int, outputs: int, gain: float = 1.0):
        super().__init__()
        self.kernel = nn.Parameter(torch.randn(outputs, inputs, 3, 3))
        self.kernel.data.mul_(gain * math.sqrt(2 / (9 * inputs)))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor, stride: int = 1) -> Tensor:
        return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="reflect"), self.kernel, self.bias, stride)


class ResidualBlock(nn.Module):
    """ReLU(x + conv2(ReLU(conv1(x)))); it starts as the identity."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = Conv3x3(channels, channels)
        self.conv2 = Conv3x3(channels, channels, gain=0.0)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.conv2(F.relu(self.conv1(x))))


def make_layers(layers: tuple[Layer, ...]) -> nn.ModuleDict:
    """The weights of an encoder or a decoder."""
    return nn.ModuleDict(
        {
            layer.name: ResidualBlock(layer.channels)
            if isinstance(layer, Residual)
            else Conv3x3(layer.inputs, layer.outputs)
            for layer in layers
        }
    )


def run_layer(module: nn.Module, layer: Layer, x: Tensor, added: Tensor | None = None) -> Tensor:
    """The output of one layer of the table; `added` joins before its ReLU."""
    if isinstance(layer, Residual):
        return module(x)
    if layer.upsample:
        x = F.interpolate(x, scale_factor=2, mode="nearest")
    x = module(x, layer.stride)
    if added is not None:
        x = x + added
    if layer.relu:
        x = F.relu(x)
    return F.max_pool2d(x, 2, ceil_mode=True) if layer.pool else x


class Network(nn.Module):
    """Encoder and decoder of an architecture, with the weights' names of the table."""

    def __init__(self, architecture: Architecture):
        super().__init__()
        self.architecture = architecture
        self.encoder = make_layers(architecture.encoder)
        self.decoder = make_layers(architecture.decoder)
        # Where it is a list, the largest magnitude of every layer's output is appended to it.
        self.peaks: list[Tensor] | None = None

    def encode(self, pictures: Tensor) -> Features:
        """f(x): the features at every level."""
        table = self.architecture
        x = pictures * table.input_scale + table.input_offset
        features = {}
        for layer in table.encoder:
            x = self._watched(run_layer(self.encoder[layer.name], layer, x))
            if layer.level:
                features[layer.level] = x
        return features

    def decode(self, features: Features) -> Tensor:
        """g(t): pictures, not yet clamped to [0, 1]."""
        table = self.architecture
        x = features[table.levels[-1]]
        *layers, last = table.decoder
        for layer in layers:
            added = features[layer.add] if isinstance(layer, Conv) and layer.add else None
            x = self._watched(run_layer(self.decoder[layer.name], layer, x, added))
        # Eight bits of mantissa would show as noise in the picture.
        with torch.autocast(x.device.type, enabled=False):
            x = run_layer(self.decoder[last.name], last, x.float())
        return x * table.output_scale + table.output_offset

    def stylize(self, contents: Tensor, styles: Statistics, alpha: float | Tensor = 1.0) -> Tensor:
        """T(c, s, alpha): the pictures as the app shows them, in [0, 1]."""
        features = {
            level: adain(feature, *styles[level], alpha)
            for level, feature in self.encode(contents).items()
        }
        return self.decode(features).clamp(0, 1)

    def style_statistics(self, styles: Tensor) -> Statistics:
        """What a network keeps of style pictures."""
        return {level: statistics(feature) for level, feature in self.encode(styles).items()}

    def _watched(self, x: Tensor) -> Tensor:
        if self.peaks is not None:
            self.peaks.append(x.abs().amax().float())
        return x


def statistics(feature: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation of each channel over space, in float32 (eq. 5 and 6, biased)."""
    return ChannelStatistics.apply(feature)


class ChannelStatistics(torch.autograd.Function):
    """`statistics`, with a gradient that passes over the feature once and in its own precision.

    Written with tensor operations it takes as long as the convolutions, on a CPU.
    """

    @staticmethod
    def forward(context, feature: Tensor) -> tuple[Tensor, Tensor]:
        if feature.device.type == "cpu" and feature.dtype == torch.bfloat16:
            mean, variance = sums_of_batch_norm(feature)
        else:
            wide = feature.float()
            mean = wide.mean((2, 3), keepdim=True)
            variance = (wide - mean).square().mean((2, 3), keepdim=True)
        std = (variance + EPSILON).sqrt()
        context.save_for_backward(feature, mean, std)
        return mean, std

    @staticmethod
    def backward(context, mean_gradient: Tensor, std_gradient: Tensor) -> Tensor:
        feature, mean, std = context.saved_tensors
        count = feature[0, 0].numel()
        # d std / d x = (x - mean) / (count std), d mean / d x = 1 / count
        scale = std_gradient / (count * std)
        shift = mean_gradient / count - scale * mean
        return torch.addcmul(shift.to(feature.dtype), feature, scale.to(feature.dtype))


def sums_of_batch_norm(feature: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance by the batch normalisation's kernel: float32 sums of bfloat16 numbers."""
    zeros = torch.zeros(feature.shape[1])
    rows = [torch.batch_norm_update_stats(picture[None], zeros, zeros, 0.0) for picture in feature]
    means, variances = (torch.stack(column) for column in zip(*rows, strict=True))
    return means[:, :, None, None], variances[:, :, None, None]


def adain(content: Tensor, mean: Tensor, std: Tensor, alpha: float | Tensor = 1.0) -> Tensor:
    """(1 - alpha) x + alpha AdaIN(x, style), as one scale and one shift a channel.

    alpha: a number, or [n, 1, 1, 1]; 0 keeps the content, 1 takes the style in full.
    """
    own_mean, own_std = statistics(content)
    ratio = std / own_std
    scale = 1 + alpha * (ratio - 1)
    shift = alpha * (mean - own_mean * ratio)
    return torch.addcmul(shift.to(content.dtype), content, scale.to(content.dtype))
