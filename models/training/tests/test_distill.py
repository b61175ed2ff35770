"""The small loss network, and teaching it, on toy data."""

import json
import sys
from pathlib import Path

import pytest
import torch

import distill
from brush import BRUSH_LAYERS, StyleCode, brush_parameters, write_brush
from conftest import random_network
from loss_lite import LAYERS, LossLite, read_loss_lite, write_loss_lite
from model_folder import write_model
from palette import palette_of


def test_features_have_the_shapes_of_the_large_one():
    features = LossLite()(torch.rand(2, 3, 32, 48))
    shapes = [(64, 32, 48), (128, 16, 24), (256, 8, 12), (512, 4, 6)]
    assert [tuple(feature.shape[1:]) for feature in features] == shapes
    assert sum(parameter.numel() for parameter in LossLite().parameters()) < 0.8e6


def test_it_survives_its_file(tmp_path: Path):
    network = LossLite(narrower=8)
    write_loss_lite(tmp_path, network, {"iterations": 3})
    read = read_loss_lite(tmp_path, narrower=8)
    for name in LAYERS:
        own, other = network.get_submodule(name), read.get_submodule(name)
        assert torch.allclose(own.weight, other.weight, atol=1e-3)
    (tmp_path / "loss-lite.bin").write_bytes(b"else")
    with pytest.raises(ValueError, match=r"loss-lite\.bin"):
        read_loss_lite(tmp_path, narrower=8)


def run(toy: Path, folder: Path, monkeypatch, *more: str) -> list[dict]:
    """`python distill.py` on toy data; gives its log."""
    arguments = [
        *("distill.py", "--output", str(folder / "run"), "--threads", "1"),
        *("--content", str(toy / "content"), "--style", str(toy / "style")),
        *("--loss-network", str(toy / "vgg.npz"), "--network", str(folder / "toy")),
        *("--brushes", str(folder / "brushes"), "--crop", "32", "--save-every", "2", *more),
    ]
    monkeypatch.setattr(sys, "argv", arguments)
    monkeypatch.setattr(distill, "FIRST_STEPS", 4)
    monkeypatch.setattr(distill, "JUDGED", 1)
    distill.main()
    return [json.loads(line) for line in (folder / "run" / "log.jsonl").read_text().splitlines()]


def test_a_run_learns_and_goes_on_where_it_was(toy: Path, tmp_path: Path, monkeypatch):
    network = random_network("swift", 1 / 16, ("f2", "f3", "f4"))
    write_model(tmp_path / "toy", network, "toy", {})
    style = torch.rand(1, 3, 32, 32)
    code = StyleCode(network.style_statistics(style), palette_of(style))
    own = dict(brush_parameters(network, BRUSH_LAYERS))
    write_brush(tmp_path / "brushes", "waves", code, own, own, {})

    first = run(toy, tmp_path, monkeypatch, "--iterations", "8", "--rate", "0.003")
    assert first[-1]["iteration"] == 8
    assert first[-1]["f4"] < first[0]["f4"]
    last = run(toy, tmp_path, monkeypatch, "--iterations", "10", "--rate", "0.003")
    assert [line["iteration"] for line in last] == [2, 4, 6, 8, 10]
    manifest = json.loads((tmp_path / "run" / "loss-lite.json").read_text())
    assert manifest["iterations"] == 10


def test_a_run_ends_when_its_time_is_over(toy: Path, tmp_path: Path, monkeypatch):
    network = random_network("swift", 1 / 16, ("f2", "f3", "f4"))
    write_model(tmp_path / "toy", network, "toy", {})
    (tmp_path / "brushes").mkdir()
    log = run(toy, tmp_path, monkeypatch, "--iterations", "9", "--minutes", "0.0001")
    assert [line["iteration"] for line in log] == [1]
