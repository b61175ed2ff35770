"""A run: its state, and one step of it."""

import argparse
import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from architecture import Architecture, architecture_of, weight_shapes
from data import Batch, contents_and_styles
from invert import invert
from loss_network import LossNetwork, read_encoder
from model_folder import manifest_architecture, network_weights, read_network, set_weights
from network import Conv3x3, Network
from objective import Objective, Weights
from processes import average_gradients, rank, world_size
from revive import revive
from widen import widened

# Iterations in which the learning rate grows to its height.
WARM_UP = 100
# Convolutions that sum up more inputs than these, of 32 channels, learn at a lower rate.
FAN_IN = 9 * 32


class Training:
    """A network, the running average of its weights, and the optimiser."""

    def __init__(self, options: argparse.Namespace, device: torch.device):
        self.options, self.device = options, device
        levels = tuple(options.levels.split(",")) if options.network == "swift" else None
        # The same first weights in every process.
        torch.manual_seed(options.seed)
        self.network = Network(architecture_of(options.network, options.width, levels))
        table = self.network.architecture
        if options.start_from:
            set_weights(self.network, first_weights(options.start_from, table))
        if table.borrows_encoder:
            set_weights(self.network, read_encoder(options.loss_network), half="encoder/")
            self.network.encoder.requires_grad_(False)
        self.network.to(device, memory_format=torch.channels_last)
        self.average = Network(table).to(device)
        self.average.load_state_dict(self.network.state_dict())
        self.trained = [p for p in self.network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.Adam(rate_groups(self.network), betas=(0.9, 0.99))
        self.iteration = 0
        self.best = math.inf
        # Skipped steps: all so far, and in a row.
        self.bad_steps, self.bad_in_a_row = 0, 0
        # Channels that were dead and got another chance.
        self.revived = 0
        self.objective = Objective(
            self.network,
            LossNetwork(
                options.loss_network, torch.float32 if options.float32 else torch.bfloat16
            ).to(device),
            Weights(
                style=options.lambda_style,
                content_share=options.content_share,
                identity=options.lambda_identity,
                steady=options.lambda_steady,
                fine=options.lambda_fine,
                teacher=options.lambda_teacher,
            ),
            autocast=not options.float32,
            teacher=read_teacher(options.teacher, device),
        )

    def step(self, batch: Batch) -> dict[str, float]:
        """One iteration; gives the terms of the loss, or nothing where the step was skipped."""
        number = self.iteration
        self.iteration += 1
        rate = learning_rate(self.options, number)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["share"]
        loss, terms = self._loss(batch, number)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(self.trained)
        norm = nn.utils.clip_grad_norm_(self.trained, self.options.clip)
        # The norm is the same in all processes, and not finite if the loss of one is not.
        if not math.isfinite(norm):
            self.bad_steps += 1
            self.bad_in_a_row += 1
            return {}
        self.bad_in_a_row = 0
        self.optimizer.step()
        self._follow(number)
        values = torch.stack([loss.detach(), norm, *(term.detach() for term in terms.values())])
        return dict(zip(["loss", "gradient", *terms], values.tolist(), strict=True))

    def wants_inverse(self) -> bool:
        """Whether the decoder is still to get its first weights, as there is an encoder to undo."""
        borrows = self.network.architecture.borrows_encoder
        return borrows and self.iteration == 0 and not self.options.start_from

    def invert(self, batches: Iterable[Batch]) -> None:
        """Lets the decoder undo the encoder, on the pictures of the batches."""
        pictures = [torch.cat(contents_and_styles(batch, self.device)) for batch in batches]
        invert(self.network, torch.cat(pictures))
        self.average.load_state_dict(self.network.state_dict())

    def may_revive(self) -> bool:
        """Whether it is time to look for dead channels.

        In the first half of a run: those revived later would have no time to learn.
        """
        options = self.options
        now = self.iteration % options.revive_every == 0
        return now and self.iteration <= options.iterations / 2

    def revive(self, batches: Iterable[Batch]) -> None:
        """Revives what no picture of the batches wakes; the same in all processes."""
        pairs = [self._pairs(batch) for batch in batches]
        generator = self._generator(self.iteration, process=0)
        self.revived += revive(self.network, self.average, self.optimizer, pairs, generator)

    def state(self) -> dict:
        """Everything needed to go on."""
        return {
            **self.exported_state(),
            "best": self.best,
            "bad_steps": self.bad_steps,
            "revived": self.revived,
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }

    def exported_state(self) -> dict:
        """The averaged weights alone, as export.py takes them."""
        table = self.network.architecture
        return {
            "architecture": table.name,
            "width": table.width,
            "levels": list(table.levels),
            "iteration": self.iteration,
            "average": self.average.state_dict(),
        }

    def restore(self, state: dict) -> None:
        """Goes on from a state; raises ValueError if it is another network's."""
        table, saved = self.network.architecture, manifest_architecture(state)
        if table != saved:
            raise ValueError(
                f"Expected a checkpoint of {table.name} {table.width:g} {table.levels}, "
                f"but got {saved.name} {saved.width:g} {saved.levels}."
            )
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.iteration, self.best = state["iteration"], state["best"]
        self.bad_steps = state["bad_steps"]
        self.revived = state["revived"]

    def _loss(self, batch: Batch, number: int) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """First as an auto-encoder, then with a steadiness that counts more and more."""
        options = self.options
        if number < options.reconstruct:
            return self.objective.reconstruction(batch)
        ramp = max(1.0, options.iterations * options.steady_ramp)
        steady_share = min(1.0, 0.1 + (number - options.reconstruct) / ramp)
        return self.objective.stylization(batch, steady_share, self._generator(number, rank()))

    def _pairs(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """The contents of a batch, each as often as it gets a style, and the styles."""
        contents, styles = contents_and_styles(batch, self.device)
        return contents.repeat_interleave(len(styles) // len(contents), 0), styles

    def _generator(self, number: int, process: int) -> torch.Generator:
        """The random numbers of an iteration, for one of the processes."""
        seed = (self.options.seed * 1_000_003 + number) * world_size() + process
        return torch.Generator(self.device).manual_seed(seed)

    @torch.no_grad()
    def _follow(self, number: int) -> None:
        """The average of the weights; young, it forgets its beginning faster."""
        decay = min(self.options.average, (1 + number) / (10 + number))
        for mean, now in zip(self.average.parameters(), self.network.parameters(), strict=True):
            mean.lerp_(now, 1 - decay)


def first_weights(path: Path, table: Architecture) -> dict[str, np.ndarray]:
    """The weights of a model folder or checkpoint, in the width of the table or a smaller one."""
    network = read_network(path)
    weights = network_weights(network)
    narrower = network.architecture.width < table.width
    return widened(weights, weight_shapes(table)) if narrower else weights


def read_teacher(path: Path | None, device: torch.device) -> Network | None:
    """The network of a model folder or checkpoint, to learn from; without gradients."""
    if path is None:
        return None
    teacher = read_network(path).requires_grad_(False)
    return teacher.to(device, memory_format=torch.channels_last)


def rate_groups(network: Network) -> list[dict]:
    """What Adam trains, and the share of the rate each convolution learns at.

    Adam moves every weight by as much, and so a sum of more of them by more: at one rate for all,
    the convolutions with a thousand inputs throw their channels below zero, for good (Yang et al.
    2022, "Tensor Programs V", on rates by fan-in).
    """
    convs = [module for module in network.modules() if isinstance(module, Conv3x3)]
    return [
        {"params": list(conv.parameters()), "share": min(1.0, FAN_IN / conv.kernel[0].numel())}
        for conv in convs
        if conv.kernel.requires_grad
    ]


def learning_rate(options: argparse.Namespace, number: int) -> float:
    """A warm-up, anew after the auto-encoder, then a cosine down to the last rate."""
    start = options.reconstruct if number >= options.reconstruct else 0
    warm = min(1.0, (number - start + 1) / WARM_UP)
    wave = 0.5 + 0.5 * math.cos(math.pi * min(1.0, number / options.iterations))
    return warm * (options.last_rate + (options.rate - options.last_rate) * wave)
