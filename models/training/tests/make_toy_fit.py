"""Writes the record by which the app's tests check that both languages fit brushes alike.

Run `python tests/make_toy_fit.py` after a change to the loss or to the tables.
`tests/network/fitting/toy-fit.json` holds a random network and a random loss network of few
channels, a style, two contents of which the first is seen twice, and what a step makes of them.
"""

import base64
import json
import sys
import tempfile
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TRAINING), str(TRAINING / "tests")]

import torch  # noqa: E402
from torch import Tensor  # noqa: E402

from brush import BRUSH_LAYERS, brush_parameters  # noqa: E402
from conftest import random_network  # noqa: E402
from golden import as_picture, rounded, waves  # noqa: E402
from loss_lite import LossLite, read_loss_lite, write_loss_lite  # noqa: E402
from losses import content_loss, steadiness_loss, style_losses  # noqa: E402
from model_folder import as_stored, write_model  # noqa: E402
from network import Network, adain, statistics  # noqa: E402

TOY_FIT = TRAINING.parent.parent / "tests" / "network" / "fitting" / "toy-fit.json"
NARROWER = 8
SIDE, BORDER = 32, 8
RIGHT, DOWN = 2, -1
WEIGHTS = {"target": 1, "style": 40, "steady": 200, "overshoot": 10}
RATE, STEPS, LARGEST_NORM = 1e-3, 3, 50.0


def toy_record() -> dict:
    """The networks, the pictures, the terms and gradients of a step, and the brush after some."""
    network = random_network("swift", 1 / 32, ("f2", "f3", "f4"))
    torch.manual_seed(3)
    loss_network = LossLite(narrower=NARROWER).requires_grad_(False)
    with tempfile.TemporaryDirectory() as folder:
        write_model(Path(folder) / "network", network, "toy", {})
        write_loss_lite(Path(folder) / "loss", loss_network, {})
        files = [file_of(Path(folder) / name) for name in ("network", "loss")]
        loss_network = read_loss_lite(Path(folder) / "loss", narrower=NARROWER)
        loss_network.requires_grad_(False)
    scene = waves(SIDE + 4, SIDE + 4, 0.21)
    contents = [scene[2:-2, 2:-2], waves(SIDE, SIDE, 0.4)]
    view = scene[2 + DOWN : 2 + DOWN + SIDE, 2 + RIGHT : 2 + RIGHT + SIDE]
    style = waves(SIDE, SIDE, 0.83)[:, :, ::-1].copy()

    brush = brush_parameters(network, BRUSH_LAYERS)
    optimizer = torch.optim.Adam(brush.values(), RATE, (0.9, 0.99))
    for parameter in brush.values():
        parameter.requires_grad_(True)
    pictures = torch.cat([as_picture(each) for each in (*contents, view)])
    records = []
    for _ in range(STEPS):
        terms = fit_terms(network, loss_network, pictures, as_picture(style))
        optimizer.zero_grad()
        sum(WEIGHTS[name] * term for name, term in terms.items()).backward()
        gradients = {name: listed(parameter.grad) for name, parameter in brush.items()}
        records.append((terms, gradients))
        torch.nn.utils.clip_grad_norm_(brush.values(), LARGEST_NORM)
        optimizer.step()
    terms, gradients = records[0]
    return {
        "network": files[0],
        "lossNetwork": files[1],
        "shape": [SIDE, SIDE, 3],
        "style": style.flatten().tolist(),
        "contents": [each.flatten().tolist() for each in contents],
        "view": view.flatten().tolist(),
        "right": RIGHT,
        "down": DOWN,
        "terms": {name: term.item() for name, term in terms.items()},
        "gradients": gradients,
        "rate": RATE,
        "steps": STEPS,
        "brush": {name: listed(parameter) for name, parameter in brush.items()},
    }


def fit_terms(
    network: Network, loss_network: LossLite, pictures: Tensor, style: Tensor
) -> dict[str, Tensor]:
    """The terms of the loss of two contents and a view of the first."""
    with torch.no_grad():
        wanted = [statistics(feature) for feature in loss_network(style)]
        code = network.style_statistics(style)
        features = {
            level: adain(feature, *code[level])
            for level, feature in network.encode(pictures).items()
        }
        target = adain(loss_network(pictures[:2])[-1], *wanted[-1])
    raw = network.decode(features)
    clamped = raw.clamp(0, 1)
    seen = loss_network(clamped[:2])
    inner = slice(BORDER, -BORDER)
    still = clamped[:1].roll((-DOWN, -RIGHT), (2, 3))[:, :, inner, inner]
    moved = clamped[2:, :, inner, inner]
    steady = steadiness_loss(moved, still, torch.ones_like(still[:, :1]))
    return {
        "target": content_loss(seen[-1], target).mean(),
        "style": style_losses([statistics(feature) for feature in seen], wanted).sum(1).mean(),
        "steady": steady.sum() / 2,
        "overshoot": (raw - clamped).square().mean(),
    }


def file_of(folder: Path) -> dict:
    """A folder's manifest, and its weights in base64."""
    weights = base64.b64encode((folder / "weights.bin").read_bytes()).decode()
    return {"manifest": json.loads((folder / "manifest.json").read_text()), "weights": weights}


def listed(values: Tensor) -> list[float]:
    return rounded(torch.from_numpy(as_stored(values)))


if __name__ == "__main__":
    TOY_FIT.write_text(json.dumps(toy_record()) + "\n")
