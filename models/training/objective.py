"""What is trained: the loss of one batch.

    L = Lc + share * Lc' + lambda_style * Ls + lambda_identity * Li + lambda_steady * Lm
        + lambda_fine * Lf + penalties

Lc and Ls are the paper's equations 12 and 13, Lc' compares with the content itself instead of the
AdaIN target, Li with the photo where alpha is 0, Lm two views of one scene (the second one noisy,
lit otherwise and slightly moved, by a motion that is known), and Lf holds down texture of one and
two pixels that neither content nor style has. With a teacher, a larger network that is trained
already, + lambda_teacher * Lt: its pictures are to be painted as well.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from data import Batch, as_pictures, contents_and_styles, without_margin
from loss_network import LossNetwork
from losses import (
    LayerStatistics,
    content_loss,
    fine_texture_loss,
    identity_loss,
    mix_statistics,
    range_loss,
    steadiness_loss,
    style_losses,
)
from motion import move, random_motion, visible
from network import Network, adain, statistics

# Pixels at the border that the two views of a scene need not agree on.
BORDER = 4
# The still views among them count more: a person who sits still should see a still painting.
STILL_WEIGHT = 3.0


@dataclass(frozen=True)
class Weights:
    """What each term of the loss counts."""

    style: float
    content_share: float
    identity: float
    steady: float
    fine: float
    teacher: float


class StyleTargets:
    """The loss network's statistics of style crops; of crops that come again, from memory."""

    def __init__(self, loss_network: LossNetwork):
        self.loss_network = loss_network
        self.known: dict[int, LayerStatistics] = {}

    @torch.no_grad()
    def __call__(self, styles: Tensor, keys: list[int]) -> LayerStatistics:
        if min(keys) < 0:
            return [statistics(feature) for feature in self.loss_network(styles)]
        for number, key in enumerate(keys):
            # One by one: the numbers may not depend on which others were already known.
            if key not in self.known:
                features = self.loss_network(styles[number : number + 1])
                self.known[key] = [statistics(feature) for feature in features]
        layers = zip(*(self.known[key] for key in keys), strict=True)
        return [
            (torch.cat([mean for mean, _ in layer]), torch.cat([std for _, std in layer]))
            for layer in layers
        ]


class Objective:
    """The loss of batches, for one network."""

    def __init__(
        self,
        network: Network,
        loss_network: LossNetwork,
        weights: Weights,
        autocast: bool,
        teacher: Network | None = None,
    ):
        self.network, self.loss_network, self.weights = network, loss_network, weights
        self.teacher = teacher
        self.style_targets = StyleTargets(loss_network)
        self.autocast = autocast

    def reconstruction(self, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
        """The loss of the first iterations: the network as an auto-encoder, without a style."""
        pictures = torch.cat(contents_and_styles(batch, self._device()))
        with self._autocast():
            pictures = pictures.to(memory_format=torch.channels_last)
            output = self.network.decode(self.network.encode(pictures))
        loss = identity_loss(output, pictures).mean()
        return loss, {"identity": loss}

    def stylization(
        self, batch: Batch, steady_share: float, generator: torch.Generator
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """The whole loss, and its terms before they are weighted.

        steady_share: 0 to 1, how much of the steadiness counts already.
        """
        device = self._device()
        styles = as_pictures(batch.styles, device)
        big = as_pictures(batch.contents, device)
        contents = without_margin(big)
        each = len(styles) // len(contents)
        # Where steadiness counts nothing, there is nothing to see twice.
        motion = random_motion(len(contents) if self.weights.steady else 0, generator)
        seen_twice = big[: len(motion)]
        views = second_view(move(seen_twice, motion, contents.shape[2:]), motion, generator)
        alpha = random_alpha(len(styles), generator)

        own, own_statistics = self._content_targets(contents, each)
        style_statistics = self.style_targets(styles, batch.style_keys)
        target = adain(own, *style_statistics[-1], alpha)

        self.network.peaks = []
        if self.network.architecture.borrows_encoder and not len(views):
            raw = self._paint_target(target)
        else:
            raw = self._paint(contents, views, styles, alpha)
        clamped = raw.clamp(0, 1)
        pictures, moved = clamped.split([len(styles), len(views)])
        output = self.loss_network(pictures)

        wanted = mix_statistics(own_statistics, style_statistics, alpha)
        photos = contents.repeat_interleave(each, 0)
        plain = (alpha == 0).flatten().float()
        still = (motion[:, :, 2] == 0).all(1)
        first = pictures[::each][: len(motion)]
        steady = steadiness_loss(
            moved, move(first, motion), visible(motion, *moved.shape[2:], BORDER)
        )
        terms = {
            "target": content_loss(output[-1], target).mean(),
            "content": content_loss(output[-1], own).mean(),
            "style": style_losses([statistics(f) for f in output], wanted).sum(1).mean(),
            "identity": (identity_loss(pictures, photos) * plain).mean(),
            "steady": (steady * torch.where(still, STILL_WEIGHT, 1.0)).sum() / len(contents),
            "fine": fine_texture_loss(pictures, photos, styles).mean(),
            "range": range_loss(self.network.peaks),
            "overshoot": (raw - clamped).square().mean(),
        }
        self.network.peaks = None
        if self.teacher:
            lesson = self._lesson(photos, styles, alpha)
            terms["teacher"] = identity_loss(pictures, lesson).mean()
        weights = self.weights
        loss = (
            terms["target"]
            + weights.content_share * terms["content"]
            + weights.style * terms["style"]
            + weights.identity * terms["identity"]
            + steady_share * weights.steady * terms["steady"]
            + weights.fine * terms["fine"]
            + weights.teacher * terms.get("teacher", 0)
            + terms["range"]
            + 10 * terms["overshoot"]
        )
        return loss, terms

    def _paint(self, contents: Tensor, views: Tensor, styles: Tensor, alpha: Tensor) -> Tensor:
        """The pictures of all pairs, then those of the views in the first style of each content.

        One pass through the encoder, and one through the decoder.
        """
        each = len(styles) // len(contents)
        mixed = {}
        with self._autocast():
            together = torch.cat([contents, views, styles])
            features = self.network.encode(together.to(memory_format=torch.channels_last))
            for level, feature in features.items():
                content, view, style = feature.split([len(contents), len(views), len(styles)])
                mean, std = statistics(style)
                painted = adain(content.repeat_interleave(each, 0), mean, std, alpha)
                seen_again = adain(view, mean[::each], std[::each], alpha[::each])
                mixed[level] = torch.cat([painted, seen_again])
            return self.network.decode(mixed)

    def _paint_target(self, target: Tensor) -> Tensor:
        """The pictures of AdaIN targets: the encoder of the paper's network is the loss network."""
        with self._autocast():
            return self.network.decode({self.network.architecture.levels[-1]: target})

    @torch.no_grad()
    def _lesson(self, photos: Tensor, styles: Tensor, alpha: Tensor) -> Tensor:
        """The teacher's pictures of the pairs."""
        with self._autocast():
            return self.teacher.stylize(photos, self.teacher.style_statistics(styles), alpha)

    @torch.no_grad()
    def _content_targets(self, contents: Tensor, each: int) -> tuple[Tensor, LayerStatistics]:
        """The contents' feature and statistics in the loss network, for each of their styles."""
        features = self.loss_network(contents)
        repeated = [
            (mean.repeat_interleave(each, 0), std.repeat_interleave(each, 0))
            for mean, std in map(statistics, features)
        ]
        return features[-1].float().repeat_interleave(each, 0), repeated

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self._device().type, torch.bfloat16, enabled=self.autocast)

    def _device(self) -> torch.device:
        return next(self.network.parameters()).device


def random_alpha(count: int, generator: torch.Generator) -> Tensor:
    """Strengths [count, 1, 1, 1]: one in eight is 0, one in eight anything, the others 1."""
    kind, between = torch.rand(2, count, generator=generator, device=generator.device)
    alpha = torch.where(kind < 0.125, 0.0, torch.where(kind < 0.25, between, 1.0))
    return alpha[:, None, None, None]


def second_view(views: Tensor, motion: Tensor, generator: torch.Generator) -> Tensor:
    """The views as a camera gives them: noise of up to 6/255, and where the scene moves another
    brightness, contrast and white balance, by some per cent."""
    count = len(views)

    def random(*shape: int) -> Tensor:
        return torch.rand(shape, generator=generator, device=generator.device) * 2 - 1

    moves = (motion[:, :, 2] != 0).any(1).float()[:, None, None, None]
    gain = 1 + moves * (0.06 * random(count, 1, 1, 1) + 0.03 * random(count, 3, 1, 1))
    lift = moves * 0.03 * random(count, 1, 1, 1)
    sigma = 6 / 255 * random(count, 1, 1, 1).abs()
    noise = torch.randn(views.shape, generator=generator, device=generator.device)
    return (views * gain + lift + sigma * noise).clamp(0, 1)
