"""`models/<name>/`: the weights as the app reads them.

`manifest.json` lists the weights as TensorFlow.js specs; `weights.bin` holds them one after the
other as little-endian float16, kernels as [3, 3, inputs, outputs].
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from architecture import Architecture, architecture_of, weight_shapes
from checkpoint import load_checkpoint
from network import Network


def network_weights(network: Network) -> dict[str, np.ndarray]:
    """The float32 weights by the table's names, kernels as [3, 3, inputs, outputs]."""
    weights = {}
    for name, parameter in network.named_parameters():
        weights[name.replace(".", "/")] = as_stored(parameter)
    return {name: weights[name] for name in weight_shapes(network.architecture)}


def as_stored(values: Tensor) -> np.ndarray:
    """Numbers as they lie in files, in float32: a kernel as [3, 3, inputs, outputs]."""
    values = values.detach().float().cpu()
    if values.ndim == 4:
        values = values.permute(2, 3, 1, 0)
    return values.contiguous().numpy()


def as_trained(values: np.ndarray) -> Tensor:
    """The same back: a kernel as [outputs, inputs, 3, 3]."""
    tensor = torch.from_numpy(np.array(values, dtype=np.float32))
    return tensor.permute(3, 2, 0, 1) if tensor.ndim == 4 else tensor


def pack(weights: dict[str, np.ndarray]) -> tuple[bytes, list[dict]]:
    """The weights one after the other as float16, and their specs.

    Raises ValueError where one does not fit float16.
    """
    with np.errstate(over="ignore"):
        stored = {name: values.astype("<f2") for name, values in weights.items()}
    spoilt = [name for name, values in stored.items() if not np.isfinite(values).all()]
    if spoilt:
        raise ValueError(f"Expected weights that fit float16, but {spoilt[0]} does not.")
    quantization = {"dtype": "float16", "original_dtype": "float32"}
    specs = [
        {
            "name": name,
            "shape": list(values.shape),
            "dtype": "float32",
            "quantization": quantization,
        }
        for name, values in stored.items()
    ]
    return b"".join(values.tobytes() for values in stored.values()), specs


def unpack(data: bytes, specs: list[dict]) -> dict[str, np.ndarray]:
    """What `pack` has packed, or unquantized float32, as float32."""
    weights, offset = {}, 0
    for spec in specs:
        count = int(np.prod(spec["shape"]))
        kind = "<f2" if "quantization" in spec else "<f4"
        values = np.frombuffer(data, kind, count, offset)
        weights[spec["name"]] = values.reshape(spec["shape"]).astype(np.float32)
        offset += values.nbytes
    return weights


def set_weights(network: Network, weights: dict[str, np.ndarray], half: str = "") -> None:
    """Copies weights of the table's names into a network; `half` limits it to `encoder/`.

    Raises ValueError where a weight is missing or has another shape.
    """
    parameters = dict(network.named_parameters())
    for name, shape in weight_shapes(network.architecture).items():
        if not name.startswith(half):
            continue
        values = weights.get(name)
        if values is None or values.shape != shape:
            came = "nothing" if values is None else list(values.shape)
            raise ValueError(f"Expected {name} as {list(shape)}, but got {came}.")
        with torch.no_grad():
            parameters[name.replace("/", ".")].copy_(as_trained(values))


def write_model(folder: Path, network: Network, name: str, facts: dict) -> None:
    """Writes `weights.bin` and `manifest.json`; the network gets the rounded weights as well.

    A borrowed encoder is left out.
    facts: further entries of the manifest, such as the iterations.
    """
    half = "decoder/" if network.architecture.borrows_encoder else ""
    weights = {
        key: values for key, values in network_weights(network).items() if key.startswith(half)
    }
    data, specs = pack(weights)
    table = network.architecture
    manifest = {
        "format": 1,
        "name": name,
        "architecture": table.name,
        "width": table.width,
        "levels": list(table.levels),
        **facts,
        "sha256": hashlib.sha256(data).hexdigest(),
        "weights": specs,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(data)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    set_weights(network, unpack(data, specs), half)


def read_model(folder: Path) -> Network:
    """The network of a folder.

    Raises ValueError if the file is not what the manifest says.
    """
    manifest = json.loads((folder / "manifest.json").read_text())
    data = (folder / "weights.bin").read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if manifest.get("sha256", digest) != digest:
        raise ValueError(f"Expected {folder}/weights.bin of {manifest['sha256']}, got {digest}.")
    network = Network(manifest_architecture(manifest))
    set_weights(network, unpack(data, manifest["weights"]))
    return network


def read_network(path: Path) -> Network:
    """The network of a model folder, or the averaged weights of a checkpoint.

    Raises ValueError or OSError if it cannot be read.
    """
    if path.is_dir():
        return read_model(path)
    state = load_checkpoint(path)
    network = Network(manifest_architecture(state))
    network.load_state_dict(state["average"])
    return network


def manifest_architecture(manifest: dict) -> Architecture:
    """The table that a manifest, or a checkpoint's record, names."""
    levels = manifest.get("levels")
    return architecture_of(
        manifest["architecture"], manifest.get("width"), tuple(levels) if levels else None
    )
