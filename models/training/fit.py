"""Fits brushes, the kernels of a network's last layers for one style: python fit.py --help.

    L = Lc + lambda_style * Ls + lambda_colour * Lk + lambda_steady * Lm + penalties

Lc and Ls are the paper's equations 12 and 13: the AdaIN target of a photograph in the style's
colours, and the statistics of the whole style picture; Lk compares the colours themselves. Nothing
holds on to the photograph itself, so strokes are free. Contents have the app's grain, which stands
still while the scene of Lm, the steadiness, moves.

A style that is interrupted goes on where it was; one that is done is left as it is.
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from brush import StyleCode, brush_layers, brush_parameters, read_brush, write_brush
from checkpoint import load_checkpoint, save_checkpoint
from data import Batch, Batches, BatchPlan, as_pictures, load_batches, without_margin
from loss_lite import LossLite, read_loss_lite
from loss_network import LossNetwork
from losses import colour_loss, content_loss, range_loss, steadiness_loss, style_losses
from model_folder import read_network
from motion import move, random_motion, visible
from network import adain, statistics
from objective import BORDER, second_view
from palette import grained, palette_of, recolour
from pictures import Pictures
from processes import StopSignal, start_device
from styles import find_pictures, name_of, read_style

# Iterations in which the rate grows to its height.
WARM_UP = 20
# Of a style's pixels, one in so many on each side is compared.
COLOUR_SCALE = 0.25
# Iterations between two checkpoints.
SAVE_EVERY = 50


def main() -> None:
    options = parse_options()
    device = start_device(options)
    stop = StopSignal()
    try:
        contents = Pictures(options.content)
        loss_network = open_loss_network(options).to(device)
        for file in find_pictures([options.style]):
            if (options.output / f"{name_of(file)}.bin").exists():
                continue
            fit = Fit(options, file, loss_network, device)
            if not fit.run(contents, stop):
                break
    except (ValueError, OSError) as error:
        sys.exit(f"fit.py: {error}")


def open_loss_network(options: argparse.Namespace) -> LossNetwork | LossLite:
    """VGG-19, or loss-lite where the path is its folder."""
    dtype = torch.float32 if options.float32 else torch.bfloat16
    if options.loss_network.is_dir():
        return read_loss_lite(options.loss_network, dtype).requires_grad_(False)
    return LossNetwork(options.loss_network, dtype)


@dataclass
class Inputs:
    """All that a step needs of its batch, the same whatever the brush is.

    features: those of contents, and then of the views, by level, after AdaIN.
    target: the AdaIN targets of the contents, in the loss network's last feature.
    motion: that of the views, of as many scenes as there are of these.
    """

    features: dict[str, Tensor]
    target: Tensor
    motion: Tensor


class Fit:
    """One style's brush."""

    def __init__(
        self, options: argparse.Namespace, file: Path, loss_network: LossNetwork | LossLite, device
    ):
        self.options, self.loss_network, self.device = options, loss_network, device
        self.name = name_of(file)
        network = read_network(options.network).requires_grad_(False)
        layers = options.layers or brush_layers(network.architecture)
        self.own = {n: p.clone().to(device) for n, p in brush_parameters(network, layers).items()}
        if options.start:
            read_brush(options.start, self.name, network)
        self.network = network.to(device, memory_format=torch.channels_last)
        style = read_style(file, options.side).to(device)
        self.colours = F.interpolate(style, scale_factor=COLOUR_SCALE, mode="nearest")
        with torch.no_grad():
            self.code = StyleCode(self.network.style_statistics(style), palette_of(style))
            self.wanted = [statistics(feature) for feature in loss_network(style)]
        self.parameters = brush_parameters(self.network, layers)
        for parameter in self.parameters.values():
            parameter.requires_grad_(True)
        self.optimizer = torch.optim.Adam(self.parameters.values(), betas=(0.9, 0.99))
        self.iteration = 0
        # By the number of a batch that comes round again.
        self.known: dict[int, Inputs] = {}

    def run(self, contents: Pictures, stop: StopSignal) -> bool:
        """Fits from where it was, and writes the brush; False where it was told to stop."""
        options = self.options
        state = options.output / f"{self.name}.pt"
        options.output.mkdir(parents=True, exist_ok=True)
        if state.exists():
            self.restore(load_checkpoint(state))
        plan = BatchPlan(options.batch, 0, options.crop, options.sides, options.sides, 0, 1)
        batches = Batches(contents, contents, plan)
        begun = time.monotonic()
        for batch in self.in_order(batches):
            terms = self.step(as_pictures(batch.contents, self.device))
            if self.iteration % SAVE_EVERY == 0:
                save_checkpoint(state, self.state())
                shown = "  ".join(f"{name} {value:.3f}" for name, value in terms.items())
                seconds = time.monotonic() - begun
                print(f"{self.name} {self.iteration:4} {seconds:4.0f} s  {shown}", flush=True)
            if stop.wanted(self.device):
                save_checkpoint(state, self.state())
                return False
        facts = facts_of(options)
        write_brush(options.output, self.name, self.code, self.parameters, self.own, facts)
        state.unlink(missing_ok=True)
        return True

    def in_order(self, batches: Batches) -> Iterator[Batch]:
        """The batches of the steps that are left."""
        options = self.options
        if not options.batches:
            yield from load_batches(batches, self.iteration, options.iterations, 1)
            return
        pool = [batches[number] for number in range(options.batches)]
        for number in range(self.iteration, options.iterations):
            yield pool[number % len(pool)]

    def step(self, big: Tensor) -> dict[str, float]:
        """One iteration on contents with their margin; gives the terms of the loss."""
        options, number = self.options, self.iteration
        self.iteration += 1
        for group in self.optimizer.param_groups:
            group["lr"] = rate_at(options, number)
        steady = number >= options.iterations * (1 - options.steady_share)
        inputs = self.inputs(number, big, steady)
        motion, count = inputs.motion, len(inputs.target)
        self.network.peaks = []
        raw = self.network.decode(inputs.features)
        clamped = raw.clamp(0, 1)
        pictures, moved = clamped.split([count, len(motion)])
        output = self.loss_network(pictures)
        mask = visible(motion, *pictures.shape[2:], BORDER)
        generator = torch.Generator(self.device).manual_seed(number)
        terms = {
            "target": content_loss(output[-1], inputs.target).mean(),
            "style": style_losses([statistics(f) for f in output], self.wanted).sum(1).mean(),
            "steady": steadiness_loss(moved, move(pictures[: len(motion)], motion), mask).sum()
            / count,
            "colour": colour_loss(pictures, self.colours, generator).mean(),
            "range": range_loss(self.network.peaks),
            "overshoot": (raw - clamped).square().mean(),
        }
        self.network.peaks = None
        loss = (
            terms["target"]
            + options.lambda_style * terms["style"]
            + options.lambda_colour * terms["colour"]
            + options.lambda_steady * terms["steady"]
            + terms["range"]
            + 10 * terms["overshoot"]
        )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters.values(), options.clip)
        self.optimizer.step()
        return {name: term.item() for name, term in terms.items()}

    @torch.no_grad()
    def inputs(self, number: int, big: Tensor, steady: bool) -> Inputs:
        """Those of contents with their margin; steady: whether scenes are seen twice, moved."""
        batches = self.options.batches
        number = number % batches if batches else number
        known = self.known.get(number)
        if known and steady == (len(known.motion) > 0):
            return known
        # In float32 throughout: the loss network alone is in half precision.
        big = recolour(big, self.code.palette)
        inputs = known or self.inputs_of_contents(grained(without_margin(big)))
        if steady:
            inputs = self.with_views(inputs, big, number)
        if batches:
            self.known[number] = inputs
        return inputs

    def inputs_of_contents(self, contents: Tensor) -> Inputs:
        """Those of scenes that are seen once."""
        target = adain(self.loss_network(contents)[-1], *self.wanted[-1])
        nothing_moves = random_motion(0, torch.Generator(self.device))
        return Inputs(self.stylized_features(contents), target, nothing_moves)

    def with_views(self, inputs: Inputs, big: Tensor, number: int) -> Inputs:
        """Inputs of scenes, and those of the same scenes moved."""
        generator = torch.Generator(self.device).manual_seed(number)
        motion = random_motion(len(big), generator)
        moved = move(big, motion, without_margin(big).shape[2:])
        views = self.stylized_features(grained(second_view(moved, motion, generator)))
        features = {
            level: torch.cat([feature, views[level]]) for level, feature in inputs.features.items()
        }
        return Inputs(features, inputs.target, motion)

    def stylized_features(self, pictures: Tensor) -> dict[str, Tensor]:
        """Of pictures as the network sees them, by level, after AdaIN."""
        features = self.network.encode(pictures)
        return {level: adain(f, *self.code.statistics[level]) for level, f in features.items()}

    def state(self) -> dict:
        """Everything needed to go on."""
        return {
            "iteration": self.iteration,
            "parameters": {name: p.detach() for name, p in self.parameters.items()},
            "optimizer": self.optimizer.state_dict(),
        }

    def restore(self, state: dict) -> None:
        """Goes on from a state."""
        self.iteration = state["iteration"]
        for name, parameter in self.parameters.items():
            parameter.data.copy_(state["parameters"][name])
        self.optimizer.load_state_dict(state["optimizer"])


def rate_at(options: argparse.Namespace, number: int) -> float:
    """A warm-up, and a cosine down to a fiftieth."""
    wave = 0.51 + 0.49 * math.cos(math.pi * number / options.iterations)
    return options.rate * min(1.0, (number + 1) / WARM_UP) * wave


def facts_of(options: argparse.Namespace) -> dict:
    """What the manifest says of all brushes of a folder."""
    manifest = json.loads((options.network / "manifest.json").read_text())
    toned = {} if options.toned is None else {"toned": options.toned}
    return toned | {
        "network": manifest["name"],
        "network_sha256": manifest["sha256"],
        "side": options.side,
        "iterations": options.iterations,
    }


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The options; `python fit.py --help` lists them with their defaults."""
    parser = argparse.ArgumentParser(
        description="Fits a network's last layers to a style, or to each of a folder.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--network", type=Path, required=True, help="model folder to start from")
    add("--style", type=Path, required=True, help="a picture, or a folder of them")
    add("--output", type=Path, required=True, help="folder for the brushes")
    add("--start", type=Path, help="folder of brushes to start from, instead of the network's own")
    add("--content", type=Path, required=True, help="folder of photographs, or of .tar shards")
    add("--loss-network", type=Path, required=True, help="the VGG-19 encoder, .npz, or loss-lite")
    add("--layers", nargs="+", help="layers of the decoder to fit, without: by its width")
    add("--side", type=int, default=512, help="longest side a style is seen at, in pixels")
    add("--iterations", type=int, default=300, help="steps a style")
    add("--batch", type=int, default=2, help="photographs a step")
    add("--batches", type=int, default=0, help="that come round again; 0: each is another one")
    add("--crop", type=int, default=192, help="side of the crops in pixels, a multiple of 16")
    add("--sides", type=int, nargs=2, default=(208, 288), help="short sides crops are taken from")
    add("--rate", type=float, default=1e-3, help="Adam's learning rate, at its highest")
    add("--clip", type=float, default=50.0, help="the largest norm of the gradient")
    add("--lambda-style", type=float, default=40.0, help="weight of the style loss")
    add("--lambda-colour", type=float, default=2000.0, help="weight of the distance of the colours")
    add("--lambda-steady", type=float, default=800.0, help="weight of the steadiness")
    add("--steady-share", type=float, default=1.0, help="last share of a fit it counts in")
    add("--toned", type=float, help="how far paintings go to the style's tones, if not as usual")
    add("--threads", type=int, default=2, help="threads of the CPU")
    add("--float32", action="store_true", help="no bfloat16")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
