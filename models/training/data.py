"""Batches of crops. Every batch follows from the seed and its number alone.

So a killed run goes on with the pictures it would have seen, whatever the number of loader
processes, and the processes of a distributed run share out the pictures without talking.
"""

import signal
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from pictures import Pictures, UnusablePicture

# Content crops reach this many pixels further on each side, so that a moved view of the same scene
# sees real pixels at its border.
MARGIN = 8
# After so many unusable files in a row there is something wrong with the whole set.
PATIENCE = 50
CONTENT, STYLE = 0, 1


@dataclass
class Batch:
    """Pictures as bytes, [n, height, width, 3]."""

    contents: Tensor
    styles: Tensor
    # One number a style crop if the crop will come again, else -1.
    style_keys: list[int]
    # Name and reason of every file that could not be used.
    skipped: list[tuple[str, str]]


@dataclass(frozen=True)
class BatchPlan:
    """What a batch is made of."""

    # Contents and styles a batch; every content gets styles / contents of the styles.
    contents: int
    styles: int
    # Side of a crop in pixels, a multiple of 16.
    crop: int
    # Crops are taken from pictures whose short side is scaled to between these, in pixels.
    content_sides: tuple[int, int]
    style_sides: tuple[int, int]
    # So many fixed crops a style picture, or 0 for a new one each time.
    style_crops: int
    seed: int
    rank: int = 0
    world: int = 1


class Batches(Dataset):
    """The batch of every iteration, by its number."""

    def __init__(self, contents: Pictures, styles: Pictures, plan: BatchPlan):
        self.contents, self.styles, self.plan = contents, styles, plan
        self.orders: dict[tuple[int, int], np.ndarray] = {}

    def __getitem__(self, iteration: int) -> Batch:
        plan, skipped = self.plan, []
        contents, styles, keys = [], [], []
        for number in range(plan.contents):
            place = (iteration * plan.world + plan.rank) * plan.contents + number
            random = np.random.default_rng((plan.seed, CONTENT, place))
            side = plan.crop + 2 * MARGIN
            crop, _ = self._crop(CONTENT, place, side, plan.content_sides, random, skipped)
            contents.append(crop)
        for number in range(plan.styles):
            place = (iteration * plan.world + plan.rank) * plan.styles + number
            random = np.random.default_rng((plan.seed, STYLE, place))
            crop, key = self._crop(STYLE, place, plan.crop, plan.style_sides, random, skipped)
            styles.append(crop)
            keys.append(key)
        return Batch(as_bytes(contents), as_bytes(styles), keys, skipped)

    def _crop(
        self,
        kind: int,
        place: int,
        size: int,
        sides: tuple[int, int],
        random: np.random.Generator,
        skipped: list[tuple[str, str]],
    ) -> tuple[np.ndarray, int]:
        """A crop of the picture whose turn it is, or of the next one that can be used; its key."""
        pictures = self.contents if kind == CONTENT else self.styles
        for attempt in range(PATIENCE):
            index = self._picture(kind, len(pictures), place + attempt)
            key = -1
            if kind == STYLE and self.plan.style_crops:
                variant = int(random.integers(self.plan.style_crops))
                key = index * self.plan.style_crops + variant
                random = np.random.default_rng((self.plan.seed, STYLE, index, variant))
            try:
                picture = pictures.open(index, shortest=max(sides[1], size))
                return random_crop(picture, size, sides, random, recolour=kind == STYLE), key
            except UnusablePicture as reason:
                skipped.append((pictures.name(index), str(reason)))
        name, reason = skipped[-1]
        raise ValueError(
            f"{PATIENCE} pictures in a row could not be used; the last one was {name}: {reason}."
        )

    def _picture(self, kind: int, count: int, place: int) -> int:
        """Every epoch has an order of its own, and every picture one place in it."""
        epoch, rest = divmod(place, count)
        if (kind, epoch) not in self.orders:
            self.orders = {key: order for key, order in self.orders.items() if key[0] != kind}
            random = np.random.default_rng((self.plan.seed, kind, epoch, count))
            self.orders[kind, epoch] = random.permutation(count)
        return int(self.orders[kind, epoch][rest])


def as_bytes(crops: list[np.ndarray]) -> Tensor:
    """Crops as [n, height, width, 3]; n may be 0."""
    return torch.from_numpy(np.array(crops, dtype=np.uint8))


def random_crop(
    picture: Image.Image,
    size: int,
    sides: tuple[int, int],
    random: np.random.Generator,
    recolour: bool = False,
) -> np.ndarray:
    """A square of size x size pixels of a randomly scaled, mirrored picture, as bytes."""
    short = random.uniform(max(sides[0], size), max(sides[1], size))
    # Not a rounding error more than there is.
    window = min(size / short, 1) * min(picture.size) - 1e-6
    left = random.uniform(0, picture.width - window)
    top = random.uniform(0, picture.height - window)
    box = (left, top, left + window, top + window)
    crop = np.asarray(picture.resize((size, size), Image.Resampling.BICUBIC, box))
    if random.random() < 0.5:
        crop = crop[:, ::-1]
    # Paintings are mostly brown; exchanged channels show palettes that no painter of theirs used.
    if recolour and random.random() < 0.2:
        crop = crop[:, :, random.permutation(3)]
    return np.ascontiguousarray(crop)


def load_batches(batches: Batches, start: int, end: int, workers: int) -> DataLoader:
    """The batches of the iterations from `start` to before `end`, in order."""
    return DataLoader(
        batches,
        batch_size=None,
        sampler=range(start, end),
        num_workers=workers,
        prefetch_factor=4 if workers else None,
        worker_init_fn=start_loader,
    )


def start_loader(_: int) -> None:
    """Loader processes leave the cores to the training, and to its process what signals mean."""
    torch.set_num_threads(1)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def as_pictures(crops: Tensor, device: torch.device) -> Tensor:
    """Crops as float pictures [n, 3, height, width] in [0, 1], channels last in memory."""
    return crops.to(device, non_blocking=True).permute(0, 3, 1, 2).float() / 255


def without_margin(pictures: Tensor) -> Tensor:
    """The crops themselves, of content pictures that reach further."""
    return pictures[:, :, MARGIN:-MARGIN, MARGIN:-MARGIN]


def contents_and_styles(batch: Batch, device: torch.device) -> tuple[Tensor, Tensor]:
    """The pictures of a batch, contents without their margin."""
    contents = without_margin(as_pictures(batch.contents, device))
    return contents, as_pictures(batch.styles, device)
