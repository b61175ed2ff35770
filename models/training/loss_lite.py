"""loss-lite: a small network that sees in pictures what VGG-19 sees, where that is too much.

    f1 = conv1 3 -> 64                                        (1/1)
    x = down2 64 -> 48, stride 2; x + res2      f2 = head2 48 -> 128   (1/2)
    x = down3 48 -> 96, stride 2; x + res3a     f3 = head3 96 -> 256   (1/4)
    x + res3b; x = down4 96 -> 160, stride 2; x + res4    f4 = head4 160 -> 512   (1/8)

Convolutions are 3x3 with one pixel of reflection padding, heads 1x1; a ReLU follows each. The four
features are those of relu1_1, relu2_1, relu3_1 and relu4_1 of the normalised VGG-19. Pictures are
[n, 3, height, width] in [0, 1]. The same in TypeScript is in `src/network/fitting/loss-lite.ts`.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from checkpoint import write_atomically
from model_folder import as_stored, as_trained, pack, unpack

# Kernel side, inputs and outputs by name, in the order of the file.
LAYERS = {
    "conv1": (3, 3, 64),
    "down2": (3, 64, 48),
    "res2": (3, 48, 48),
    "head2": (1, 48, 128),
    "down3": (3, 48, 96),
    "res3a": (3, 96, 96),
    "head3": (1, 96, 256),
    "res3b": (3, 96, 96),
    "down4": (3, 96, 160),
    "res4": (3, 160, 160),
    "head4": (1, 160, 512),
}


class LossLite(nn.Module):
    """The four features of pictures.

    dtype: that of its arithmetic, as of `LossNetwork`.
    narrower: by how much fewer channels there are, as tests want it.
    """

    def __init__(self, dtype: torch.dtype = torch.float32, narrower: int = 1):
        super().__init__()
        self.dtype = dtype
        for name, (side, inputs, outputs) in LAYERS.items():
            inputs = inputs if inputs == 3 else inputs // narrower
            outputs //= narrower
            self.add_module(name, nn.Conv2d(inputs, outputs, side))
            nn.init.kaiming_normal_(self.get_submodule(name).weight, nonlinearity="relu")
            nn.init.zeros_(self.get_submodule(name).bias)

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """The four features, [n, 64 ... 512, h, w]."""
        x = pictures.to(self.dtype, memory_format=torch.channels_last)
        features = [x := self.first(x)]
        x = self._conv("down2", x, 2)
        x = x + self._conv("res2", x)
        features.append(self._head("head2", x))
        x = self._conv("down3", x, 2)
        x = x + self._conv("res3a", x)
        features.append(self._head("head3", x))
        x = x + self._conv("res3b", x)
        x = self._conv("down4", x, 2)
        x = x + self._conv("res4", x)
        return [*features, self._head("head4", x)]

    def first(self, pictures: Tensor, leak: float = 0) -> Tensor:
        """The first feature alone; leak: the share that is left of what is below zero."""
        return F.leaky_relu(self._linear("conv1", pictures), leak)

    def _conv(self, name: str, x: Tensor, stride: int = 1) -> Tensor:
        return F.relu(self._linear(name, x, stride))

    def _linear(self, name: str, x: Tensor, stride: int = 1) -> Tensor:
        layer = self.get_submodule(name)
        padded = F.pad(x, (1, 1, 1, 1), mode="reflect")
        return F.conv2d(padded, layer.weight, layer.bias, stride)

    def _head(self, name: str, x: Tensor) -> Tensor:
        return F.relu(self.get_submodule(name)(x))


def write_loss_lite(folder: Path, network: LossLite, facts: dict) -> None:
    """Writes `loss-lite.bin` (float16) and, as of a model, its manifest `loss-lite.json`.

    facts: further entries of the manifest, such as the iterations.
    """
    weights = {}
    for name in LAYERS:
        layer = network.get_submodule(name)
        weights |= {
            f"{name}/kernel": as_stored(layer.weight),
            f"{name}/bias": as_stored(layer.bias),
        }
    data, specs = pack(weights)
    manifest = {"format": 1, "name": "loss-lite", **facts}
    manifest |= {"sha256": hashlib.sha256(data).hexdigest(), "weights": specs}
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / "loss-lite.bin", data)
    write_atomically(folder / "loss-lite.json", (json.dumps(manifest, indent=1) + "\n").encode())


def read_loss_lite(path: Path, dtype: torch.dtype = torch.float32, narrower: int = 1) -> LossLite:
    """The network of a folder, or of an archive of `NAME.kernel` and `NAME.bias`, to be trained.

    Raises ValueError if the folder's file is not what the manifest says, OSError if there is none.
    """
    if path.is_dir():
        manifest = json.loads((path / "loss-lite.json").read_text())
        data = (path / "loss-lite.bin").read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest["sha256"]:
            raise ValueError(f"Expected {path}/loss-lite.bin to be the file the manifest names.")
        stored = unpack(data, manifest["weights"])
    else:
        with np.load(path) as archive:
            stored = {key.replace(".", "/"): archive[key] for key in archive.files}
    network = LossLite(dtype, narrower)
    with torch.no_grad():
        for name in LAYERS:
            layer = network.get_submodule(name)
            # An archive may have another first layer: this one is then learnt from the start.
            if f"{name}/kernel" in stored:
                layer.weight.copy_(as_trained(stored[f"{name}/kernel"]))
                layer.bias.copy_(as_trained(stored[f"{name}/bias"]))
    return network.to(dtype=dtype, memory_format=torch.channels_last)
