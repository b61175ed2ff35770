"""A brush: the kernels and biases of a network's last layers, fitted to one style.

`models/<name>/brushes/<side>/` holds a file a style, seen at that side in pixels, with all that the
network knows of it: the statistics of its levels, the palette, and the brush, as the difference
from the network's own. All are laid out as `brushes.json` there lists it, as in `weights.bin`:
float16, but kernels, [3, 3, inputs, outputs], as int8 with a scale for each output. The manifest
names the network that they belong to by the checksum of its weights. `sketches.bin` has the
beginning of every file, up to the brush: enough to paint with until that is there.
`src/network/load-brushes.ts` reads them.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn

from architecture import Architecture, Residual
from checkpoint import write_atomically
from model_folder import as_stored, as_trained, pack, unpack
from network import Network, Statistics
from palette import TONED, TONED_BRUSHED, Palette, grained, palette_of, recolour, toned

# The layers that draw the strokes, which are fitted of a wide network.
BRUSH_LAYERS = ("res3b", "up2", "up1", "out")
# With no more channels than so many, these see too little: the whole decoder is fitted.
NARROW = 64


@dataclass
class StyleCode:
    """What a network knows of a style, beside its brush: of one picture.

    palette: that contents are brought to; None leaves them as they are.
    toned: how far what is painted goes to the tones of the palette.
    """

    statistics: Statistics
    palette: Palette | None
    toned: float = TONED


def brush_layers(architecture: Architecture) -> tuple[str, ...]:
    """The layers that a brush has, as `brush-names.ts` has them."""
    first = architecture.decoder[0]
    channels = first.channels if isinstance(first, Residual) else first.inputs
    if channels > NARROW:
        return BRUSH_LAYERS
    return tuple(layer.name for layer in architecture.decoder)


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


def paint(network: Network, code: StyleCode, contents: Tensor, alpha: float = 1.0) -> Tensor:
    """The paintings of contents [n, 3, height, width], as the app makes them."""
    if not code.palette:
        return network.stylize(contents, code.statistics, alpha)
    contents = grained(recolour(contents, code.palette, alpha))
    painting = network.stylize(contents, code.statistics, alpha)
    return toned(painting, code.palette, code.toned * min(alpha, 1))


def write_brush(
    folder: Path,
    style: str,
    code: StyleCode,
    brush: dict[str, Tensor],
    own: dict[str, Tensor],
    facts: dict,
) -> None:
    """Writes one style's file, and what belongs to it into the manifest.

    brush: parameters by the names in files.
    own: those of the network before anything was fitted.
    facts: of the manifest as a whole; brushes of other facts are forgotten.
    Raises ValueError where a number does not fit float16.
    """
    steps = {name: as_stored(values - own[name]) for name, values in brush.items()}
    kernels = {name for name, values in steps.items() if values.ndim == 4}
    sketch, sketch_specs = pack({name: as_stored(v) for name, v in tensors_of(code).items()})
    strokes, stroke_specs = pack(steps, kernels)
    data = sketch + strokes
    head = {"format": 2, **facts, "weights": sketch_specs + stroke_specs}
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / f"{style}.bin", data)
    path = folder / "brushes.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    same = all(known.get(key) == value for key, value in head.items())
    brushes = (known["brushes"] if same else {}) | {style: hashlib.sha256(data).hexdigest()}
    brushes = {name: brushes[name] for name in sorted(brushes) if (folder / f"{name}.bin").exists()}
    sketches = b"".join((folder / f"{name}.bin").read_bytes()[: len(sketch)] for name in brushes)
    write_atomically(folder / "sketches.bin", sketches)
    manifest = head | {"sketches": hashlib.sha256(sketches).hexdigest(), "brushes": brushes}
    write_atomically(path, (json.dumps(manifest, indent=1) + "\n").encode())


def code_of(network: Network, brushes: Path, style: str, picture: Tensor) -> StyleCode:
    """What the network knows of a style; with its brush, if there is one, it paints from now on.

    brushes: the folder with these.
    """
    if (brushes / f"{style}.bin").exists():
        return read_brush(brushes, style, network)
    return StyleCode(network.style_statistics(picture), palette_of(picture))


def read_brush(folder: Path, style: str, network: Network) -> StyleCode:
    """Lets a network paint with a style's brush, and gives the rest of the style's code.

    network: as it is without one.
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
        parameters[name].data.add_(as_trained(stored[name]))
    statistics = {
        level: tuple(
            as_trained(stored[f"{level}/{kind}"]).view(1, -1, 1, 1) for kind in ("mean", "std")
        )
        for level in network.architecture.levels
    }
    palette = Palette(
        *(as_trained(stored[f"palette/{kind}"])[None] for kind in ("mean", "covariance", "tones"))
    )
    return StyleCode(statistics, palette, manifest.get("toned", TONED_BRUSHED))


def tensors_of(code: StyleCode) -> dict[str, Tensor]:
    """Statistics and palette by the names in files."""
    tensors = {}
    for level, (mean, std) in code.statistics.items():
        tensors |= {f"{level}/mean": mean.flatten(), f"{level}/std": std.flatten()}
    return tensors | {f"palette/{kind}": values[0] for kind, values in vars(code.palette).items()}
