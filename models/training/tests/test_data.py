import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from data import Batches, BatchPlan, load_batches, random_crop
from pictures import Pictures

PLAN = BatchPlan(2, 4, 32, (48, 64), (48, 64), style_crops=2, seed=3)


def batches(toy, **changes):
    return Batches(Pictures(toy / "content"), Pictures(toy / "style"), replace(PLAN, **changes))


def same(a, b):
    return torch.equal(a.contents, b.contents) and torch.equal(a.styles, b.styles)


def test_a_batch_follows_from_the_seed_and_its_number(toy):
    assert same(batches(toy)[7], batches(toy)[7])
    assert not same(batches(toy)[7], batches(toy)[8])
    assert not same(batches(toy)[7], batches(toy, seed=4)[7])


def test_loader_processes_change_nothing(toy):
    alone = list(load_batches(batches(toy), 2, 5, workers=0))
    shared = list(load_batches(batches(toy), 2, 5, workers=2))
    assert len(alone) == 3
    assert all(same(a, b) for a, b in zip(alone, shared, strict=True))


def test_an_epoch_shows_every_picture_once_over_all_processes(toy):
    seen = []
    for rank in range(2):
        part = batches(toy, contents=1, rank=rank, world=2)
        part._crop = lambda kind, place, *_, part=part: (
            seen.append((kind, part._picture(kind, 5, place))) or (torch.zeros(1).numpy(), -1)
        )
        for iteration in range(5):
            part[iteration]
    shown = sorted(picture for kind, picture in seen if kind == 0)
    assert shown == sorted([*range(5), *range(5)])


def test_style_crops_with_the_same_key_are_the_same(toy):
    source, known = batches(toy), {}
    repeated = 0
    for iteration in range(8):
        batch = source[iteration]
        for key, crop in zip(batch.style_keys, batch.styles, strict=True):
            repeated += key in known
            assert torch.equal(known.setdefault(key, crop), crop)
    assert repeated > 0


def test_a_picture_is_scaled_up_where_it_is_smaller_than_the_crop():
    random = np.random.default_rng(1)
    for side in (33, 49, 64, 71):
        picture = Image.new("RGB", (side, 80), "red")
        assert random_crop(picture, 64, (16, 64), random).shape == (64, 64, 3)


def test_unusable_files_are_skipped_and_named(toy, tmp_path):
    shutil.copytree(toy, tmp_path, dirs_exist_ok=True)
    for broken in ("0.png", "3.png"):
        (tmp_path / "content" / broken).write_bytes(b"broken")
    source = batches(tmp_path)
    skipped = [name for iteration in range(5) for name, _ in source[iteration].skipped]
    assert {name.rsplit("/", 1)[1] for name in skipped} == {"0.png", "3.png"}


def test_a_folder_of_nothing_but_broken_files_is_told(toy, tmp_path):
    shutil.copytree(toy, tmp_path, dirs_exist_ok=True)
    for file in (tmp_path / "style").iterdir():
        file.write_bytes(b"broken")
    with pytest.raises(ValueError, match="pictures in a row could not be used"):
        batches(tmp_path)[0]
