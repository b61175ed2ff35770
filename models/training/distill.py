"""Teaches loss-lite to see what VGG-19 sees: python distill.py --help.

The loss is, for each channel of the four features, the squared error over the channel's variance,
and half as much of the errors of mean and deviation, which are what style losses are made of.
Pictures are photographs, artworks, and what networks make of both, with brushes too: what a brush
is fitted against must not be fooled by its strokes.

A run that is interrupted goes on where it was.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from brush import StyleCode, paint, read_brush
from checkpoint import load_checkpoint, save_checkpoint
from data import Batch, Batches, BatchPlan, contents_and_styles, load_batches
from log import Log
from loss_lite import LossLite, read_loss_lite, write_loss_lite
from loss_network import LossNetwork
from model_folder import read_network
from network import Network, run_layer, statistics
from pictures import Pictures
from processes import StopSignal, start_device

# Of a batch's contents, so many are painted: by a network in the batch's styles, and with brushes.
PAINTED = 4
NOISE = 0.04
WARM_UP = 20
# Of the first layer alone: steps, the side of the crops it sees, steps from one batch to the next.
FIRST_STEPS, FIRST_SIDE, FIRST_AGAIN = 4000, 48, 8
LEAK = 0.2
# Batches that nothing learns from, by which a run is judged, and the first of their numbers.
JUDGED, UNSEEN = 8, 1 << 30

Painter = Callable[[Tensor], Tensor]


def main() -> None:
    options = parse_options()
    device = start_device(options)
    stop = StopSignal()
    try:
        Distillation(options, device).run(stop)
    except (ValueError, OSError) as error:
        sys.exit(f"distill.py: {error}")


class Distillation:
    """The run: teacher, pupil, what paints for them, and where it is."""

    def __init__(self, options: argparse.Namespace, device: torch.device):
        self.options, self.device = options, device
        self.teacher = LossNetwork(options.loss_network, torch.bfloat16).to(device)
        self.pupil = (read_loss_lite(options.start) if options.start else LossLite()).to(device)
        self.network = read_network(options.network).requires_grad_(False).to(device)
        self.painters = [
            painter_of(options.network, brush, device)
            for folder in options.brushes
            for brush in sorted(folder.glob("*.bin"))
            if brush.stem != "sketches"
        ]
        self.optimizer = torch.optim.Adam(self.pupil.parameters(), betas=(0.9, 0.99))
        self.iteration = 0

    def learn_first_layer(self) -> float:
        """Learns relu1_1 alone, which all others build on; gives what is unexplained of it."""
        layer = self.teacher.table[0]
        optimizer = torch.optim.Adam(self.pupil.conv1.parameters(), 1e-2, (0.9, 0.99))
        rates = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, FIRST_STEPS, 1e-4)
        batches = self.batches(seed=0)
        for number in range(FIRST_STEPS):
            if number % FIRST_AGAIN == 0:
                whole = torch.cat(contents_and_styles(batches[number // FIRST_AGAIN], self.device))
                pictures = whole[:, :, :FIRST_SIDE, :FIRST_SIDE]
            with torch.no_grad():
                wanted = run_layer(self.teacher.layers[layer.name], layer, pictures.bfloat16())
            # A filter that answers nothing learns nothing: what is below zero leaks, ever less.
            leak = LEAK * (1 - number / FIRST_STEPS)
            errors, _ = channel_errors(self.pupil.first(pictures, leak), wanted.float())
            optimizer.zero_grad(set_to_none=True)
            errors.backward()
            optimizer.step()
            rates.step()
        return errors.item()

    def run(self, stop: StopSignal) -> None:
        """Trains from where it was, writing the network now and then."""
        options = self.options
        options.output.mkdir(parents=True, exist_ok=True)
        state = options.output / "last.pt"
        if state.exists():
            self.restore(load_checkpoint(state))
        else:
            print(f"The first layer leaves {self.learn_first_layer():.4f}.", flush=True)
        log = Log(options.output / "log.jsonl", self.iteration)
        batches = self.batches(seed=1)
        begun = time.monotonic()
        for batch in load_batches(batches, self.iteration, options.iterations, 1):
            log.add(self.step(batch))
            last = self.iteration == options.iterations
            late = options.minutes and time.monotonic() - begun > 60 * options.minutes
            stopped = late or stop.wanted(self.device)
            if last or stopped or self.iteration % options.save_every == 0:
                log.flush(self.iteration, **self.unexplained())
                save_checkpoint(state, self.state())
                write_loss_lite(options.output, self.pupil, {"iterations": self.iteration})
            if stopped:
                break

    def batches(self, seed: int) -> Batches:
        """Crops of photographs and artworks."""
        options = self.options
        sides = (options.crop, 2 * options.crop)
        plan = BatchPlan(options.batch, options.batch // 2, options.crop, sides, sides, 0, seed)
        return Batches(Pictures(options.content), Pictures(options.style), plan)

    @torch.no_grad()
    def pictures(self, batch: Batch, number: int) -> Tensor:
        """What both networks look at: photographs, artworks and paintings, some of them noisy."""
        contents, styles = contents_and_styles(batch, self.device)
        random = np.random.default_rng((7, number))
        paintings = []
        for content in contents[:PAINTED].split(1):
            if self.painters and random.random() < 0.7:
                painter = self.painters[random.integers(len(self.painters))]
            else:
                style = styles[random.integers(len(styles))][None]
                code = StyleCode(self.network.style_statistics(style), None)
                painter = partial(paint, self.network, code)
            # Fits look at paintings while these are on their way to a style.
            paintings.append(painter(content).lerp(content, float(random.random() ** 4)))
        pictures = torch.cat([*paintings, contents[PAINTED:], styles])
        generator = torch.Generator(self.device).manual_seed(number)
        noise = torch.randn(pictures.shape, generator=generator, device=self.device)
        heights = torch.rand(len(pictures), 1, 1, 1, generator=generator, device=self.device) ** 3
        return (pictures + NOISE * heights * noise).clamp(0, 1)

    def step(self, batch: Batch) -> dict[str, float]:
        """One iteration; gives the terms of the loss."""
        options = self.options
        for group in self.optimizer.param_groups:
            wave = 0.51 + 0.49 * math.cos(math.pi * self.iteration / options.iterations)
            group["lr"] = options.rate * min(1.0, (self.iteration + 1) / WARM_UP) * wave
        pictures = self.pictures(batch, self.iteration)
        self.iteration += 1
        with torch.no_grad():
            wanted = [feature.float() for feature in self.teacher(pictures)]
        with torch.autocast(self.device.type, torch.bfloat16):
            seen = self.pupil(pictures)
        terms = {}
        for level, (own, other) in enumerate(zip(seen, wanted, strict=True), 1):
            errors, shifts = channel_errors(own.float(), other)
            terms |= {f"f{level}": errors, f"s{level}": shifts}
        loss = sum(value * (0.5 if name[0] == "s" else 1) for name, value in terms.items())
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.pupil.parameters(), 5.0)
        self.optimizer.step()
        return {name: term.item() for name, term in terms.items()}

    @torch.no_grad()
    def unexplained(self) -> dict[str, float]:
        """Shares of the channels' variance, by level, that the pupil does not see, in pictures
        that it has not learnt from."""
        batches = self.batches(seed=2)
        sums = [0.0] * 4
        for number in range(JUDGED):
            pictures = self.pictures(batches[number], UNSEEN + number)
            pairs = zip(self.pupil(pictures), self.teacher(pictures), strict=True)
            sums = [
                total + channel_errors(own.float(), other.float())[0].item() / JUDGED
                for total, (own, other) in zip(sums, pairs, strict=True)
            ]
        return {f"unexplained{level}": round(total, 4) for level, total in enumerate(sums, 1)}

    def state(self) -> dict:
        """Everything needed to go on."""
        return {
            "iteration": self.iteration,
            "network": self.pupil.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }

    def restore(self, state: dict) -> None:
        """Goes on from a state."""
        self.iteration = state["iteration"]
        self.pupil.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])


def painter_of(folder: Path, brush: Path, device: torch.device) -> Painter:
    """What paints with a brush of a network."""
    network: Network = read_network(folder).requires_grad_(False)
    code = read_brush(brush.parent, brush.stem, network)
    return partial(paint, network.to(device), code)


def channel_errors(own: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
    """The mean squared error over the variance of each channel, and that of mean and deviation,
    as means over the channels."""
    variance = other.var((0, 2, 3)) + 1e-3
    errors = ((own - other).square().mean((0, 2, 3)) / variance).mean()
    pairs = zip(statistics(own), statistics(other), strict=True)
    shifts = sum((a - b).square().mean((0, 2, 3)) for a, b in pairs)
    return errors, (shifts / variance).mean()


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The options; `python distill.py --help` lists them with their defaults."""
    parser = argparse.ArgumentParser(
        description="Distils VGG-19's style layers into loss-lite.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--output", type=Path, required=True, help="folder for the network, its state and its log")
    add("--start", type=Path, help="folder or archive of weights to start from")
    add("--content", type=Path, required=True, help="folder of photographs, or of .tar shards")
    add("--style", type=Path, required=True, help="folder of artworks, or of .tar shards")
    add("--loss-network", type=Path, required=True, help="the VGG-19 encoder, .npz")
    add("--network", type=Path, required=True, help="model folder of the network that paints")
    add("--brushes", type=Path, nargs="*", default=[], help="folders of brushes to paint with")
    add("--iterations", type=int, default=5000, help="steps of the run")
    add("--minutes", type=float, default=0.0, help="minutes after which it stops; 0: never")
    add("--batch", type=int, default=6, help="photographs a step; artworks are half as many")
    add("--crop", type=int, default=144, help="side of the crops in pixels, a multiple of 16")
    add("--rate", type=float, default=1e-3, help="Adam's learning rate, at its highest")
    add("--save-every", type=int, default=250, help="iterations between two checkpoints")
    add("--threads", type=int, default=2, help="threads of the CPU")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
