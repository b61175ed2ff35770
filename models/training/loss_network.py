"""The loss network: VGG-19 up to relu4_1, fixed (Huang & Belongie 2017, section 5)."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from architecture import architecture_of
from network import make_layers, run_layer

# The layers whose statistics are compared (equation 13); the last one is the content's feature.
STYLE_LAYERS = ("conv1_1", "conv2_1", "conv3_1", "conv4_1")


def read_encoder(path: Path) -> dict[str, np.ndarray]:
    """The encoder's weights by the table's names.

    path: an archive of `convB_N.kernel` [3, 3, inputs, outputs] and `convB_N.bias`, normalised so
    that every channel has a mean activation of 1, for RGB in [0, 1].
    """
    with np.load(path) as archive:
        return {f"encoder/{key.replace('.', '/')}": archive[key] for key in archive.files}


class LossNetwork(nn.Module):
    """relu1_1, relu2_1, relu3_1 and relu4_1 of pictures, without gradients to its weights."""

    def __init__(self, path: Path, dtype: torch.dtype = torch.float32):
        super().__init__()
        self.table = architecture_of("vgg19").encoder
        self.layers = make_layers(self.table)
        weights = read_encoder(path)
        for name, module in self.layers.items():
            kernel = torch.from_numpy(weights[f"encoder/{name}/kernel"])
            module.kernel.data.copy_(kernel.permute(3, 2, 0, 1))
            module.bias.data.copy_(torch.from_numpy(weights[f"encoder/{name}/bias"]))
        self.requires_grad_(False)
        self.to(dtype=dtype, memory_format=torch.channels_last)
        self.dtype = dtype

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """The four features, [n, 64 ... 512, h, w], of pictures [n, 3, height, width] in [0, 1]."""
        x = pictures.to(self.dtype, memory_format=torch.channels_last)
        features = []
        with torch.autocast(x.device.type, enabled=False):
            for layer in self.table:
                x = run_layer(self.layers[layer.name], layer, x)
                if layer.name in STYLE_LAYERS:
                    features.append(x)
        return features
