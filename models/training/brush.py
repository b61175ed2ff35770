"""A brush: the kernels and biases of a network's last layers, fitted to one style.

`models/<name>/brushes/` holds a file a style with all that the network knows of it: the statistics
of its levels, the palette, and the brush. All are laid out as `brushes.json` there lists it:
little-endian float16, kernels as [3, 3, inputs, outputs], as in `weights.bin`. The manifest names
the network that they belong to by the checksum of its weights. `src/network/load-brushes.ts` reads
them.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn

from checkpoint import write_atomically
from model_folder import as_stored, as_trained, pack, unpack
from network import Network, Statistics
from palette import Palette

# The layers that draw the strokes.
BRUSH_LAYERS = ("res3b", "up2", "up1", "out")


@dataclass
class StyleCode:
    """What a network knows of a style, beside its brush: of one picture."""

    statistics: Statistics
    palette: Palette


def brush_parameters(network: Network, layers: tuple[str, ...]) -> dict[str, nn.Parameter]:
    """The parameters of the decoder's layers of these names, by the names in files.

    Raises ValueError if the decoder has no layer of a name.
    """
    unknown = set(layers) - set(network.decoder)
    if unknown:
        raise ValueError(f"Expected layers of {list(network.decoder)}, but got {sorted(unknown)}.")
    return {
        f"decoder/{layer}/{name.replace('.', '/')}": parameter
        for layer in layers
        for name, parameter in network.decoder[layer].named_parameters()
    }


def write_brush(
    folder: Path, style: str, code: StyleCode, brush: dict[str, Tensor], facts: dict
) -> None:
    """Writes one style's file, and what belongs to it into the manifest.

    brush: parameters by the names in files.
    facts: of the manifest as a whole; brushes of other facts are forgotten.
    Raises ValueError where a number does not fit float16.
    """
    tensors = tensors_of(code) | brush
    data, specs = pack({name: as_stored(values) for name, values in tensors.items()})
    head = {"format": 1, **facts, "weights": specs}
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / f"{style}.bin", data)
    path = folder / "brushes.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    same = all(known.get(key) == value for key, value in head.items())
    brushes = (known["brushes"] if same else {}) | {style: hashlib.sha256(data).hexdigest()}
    manifest = head | {"brushes": dict(sorted(brushes.items()))}
    write_atomically(path, (json.dumps(manifest, indent=1) + "\n").encode())


def read_brush(folder: Path, style: str, network: Network) -> StyleCode:
    """Lets a network paint with a style's brush, and gives the rest of the style's code.

    Raises ValueError if the file is not what the manifest says, OSError if there is none.
    """
    manifest = json.loads((folder / "brushes.json").read_text())
    data = (folder / f"{style}.bin").read_bytes()
    if hashlib.sha256(data).hexdigest() != manifest["brushes"].get(style):
        raise ValueError(f"Expected {folder}/{style}.bin to be the file the manifest names.")
    stored = unpack(data, manifest["weights"])
    names = [name for name in stored if name.startswith("decoder/")]
    parameters = brush_parameters(network, tuple(dict.fromkeys(n.split("/")[1] for n in names)))
    for name in names:
        parameters[name].data.copy_(as_trained(stored[name]))
    statistics = {
        level: tuple(
            as_trained(stored[f"{level}/{kind}"]).view(1, -1, 1, 1) for kind in ("mean", "std")
        )
        for level in network.architecture.levels
    }
    palette = Palette(
        as_trained(stored["palette/mean"])[None], as_trained(stored["palette/covariance"])[None]
    )
    return StyleCode(statistics, palette)


def tensors_of(code: StyleCode) -> dict[str, Tensor]:
    """Statistics and palette by the names in files."""
    tensors = {}
    for level, (mean, std) in code.statistics.items():
        tensors |= {f"{level}/mean": mean.flatten(), f"{level}/std": std.flatten()}
    palette = code.palette
    return tensors | {"palette/mean": palette.mean[0], "palette/covariance": palette.covariance[0]}
