"""`models/<name>/`: the weights as the app reads them.

`manifest.json` lists the weights as TensorFlow.js specs; `weights.bin` holds them one after the
other as little-endian float16, kernels as [3, 3, inputs, outputs].
"""

import hashlib
import json
from collections.abc import Container
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from architecture import Architecture, architecture_of, weight_shapes
from checkpoint import load_checkpoint
from network import Network

# Of the numbers in files, by the names in manifests.
FLOATS = {"float16": "<f2", "float32": "<f4"}


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


def pack(weights: dict[str, np.ndarray], in_bytes: Container[str] = ()) -> tuple[bytes, list[dict]]:
    """The weights one after the other as float16, and their specs.

    in_bytes: names of those that are stored as int8 instead, after their scales: one for each place
    on the last axis, as float16.
    Raises ValueError where one does not fit float16.
    """
    data, specs = [], []
    for name, values in weights.items():
        kind = "int8" if name in in_bytes else "float16"
        if kind == "int8":
            largest = np.abs(values).reshape(-1, values.shape[-1]).max(0)
            scales = as_float16(name, largest / 127)
            steps = np.divide(values, scales, where=scales > 0, out=np.zeros_like(values))
            data += [scales.tobytes(), np.clip(np.rint(steps), -127, 127).astype("i1").tobytes()]
        else:
            data.append(as_float16(name, values).tobytes())
        quantization = {"dtype": kind, "original_dtype": "float32"}
        shape = list(values.shape)
        specs.append(
            {"name": name, "shape": shape, "dtype": "float32", "quantization": quantization}
        )
    return b"".join(data), specs


def as_float16(name: str, values: np.ndarray) -> np.ndarray:
    """The nearest half floats, little-endian. Raises ValueError where there are none."""
    with np.errstate(over="ignore"):
        stored = values.astype("<f2")
    if not np.isfinite(stored).all():
        raise ValueError(f"Expected weights that fit float16, but {name} does not.")
    return stored


def unpack(data: bytes, specs: list[dict]) -> dict[str, np.ndarray]:
    """What `pack` has packed, or unquantized float32, as float32."""
    weights, offset = {}, 0

    def take(kind: str, count: int) -> np.ndarray:
        nonlocal offset
        values = np.frombuffer(data, kind, count, offset)
        offset += values.nbytes
        return values.astype(np.float32)

    for spec in specs:
        shape, count = spec["shape"], int(np.prod(spec["shape"]))
        kind = spec.get("quantization", {}).get("dtype", "float32")
        if kind == "int8":
            scales = take("<f2", shape[-1])
            weights[spec["name"]] = take("i1", count).reshape(shape) * scales
        else:
            weights[spec["name"]] = take(FLOATS[kind], count).reshape(shape)
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
