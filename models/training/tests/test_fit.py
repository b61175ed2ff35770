"""Palettes, brushes, and fitting these, on toy data."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

import fit
from architecture import architecture_of
from brush import (
    BRUSH_LAYERS,
    StyleCode,
    brush_layers,
    brush_parameters,
    paint,
    read_brush,
    write_brush,
)
from conftest import random_network, write_picture
from loss_lite import LossLite, write_loss_lite
from model_folder import read_model, unpack, write_model
from palette import TONED_BRUSHED, colour_map, grained, palette_of, recolour, toned


def colourful(seed: int) -> torch.Tensor:
    """A picture within the range, so that nothing is clamped."""
    generator = torch.Generator().manual_seed(seed)
    mix = torch.rand(3, 3, generator=generator) * 0.2
    noise = torch.rand(1, 3, 40, 30, generator=generator) - 0.5
    return torch.einsum("ij,njhw->nihw", mix, noise) + 0.5


def test_recolouring_gives_mean_and_covariance_of_the_style():
    content, style = colourful(1), palette_of(colourful(2))
    palette = palette_of(recolour(content, style))
    assert torch.allclose(palette.mean, style.mean, atol=1e-4)
    assert torch.allclose(palette.covariance, style.covariance, atol=2e-4)


def test_luma_goes_to_luma_alone():
    matrix = colour_map(palette_of(colourful(1)), palette_of(colourful(2)))[0]
    assert torch.equal(matrix.triu(1), torch.zeros(3, 3))


def test_alpha_0_leaves_the_content_and_a_half_lies_between():
    content, style = colourful(1), palette_of(colourful(2))
    assert torch.allclose(recolour(content, style, 0.0), content, atol=1e-6)
    between = (content + recolour(content, style)) / 2
    assert torch.allclose(recolour(content, style, 0.5), between, atol=1e-5)


def test_a_grey_style_leaves_no_hue():
    grey = colourful(2).mean(1, keepdim=True).expand(-1, 3, -1, -1)
    painted = recolour(colourful(1), palette_of(grey))
    assert (painted.amax(1) - painted.amin(1)).max() < 0.02


def test_one_colour_has_a_palette_and_gives_no_noise():
    flat = torch.full((1, 3, 16, 16), 0.3)
    assert recolour(flat, palette_of(colourful(2))).std((2, 3)).max() < 1e-5
    assert torch.isfinite(recolour(colourful(1), palette_of(flat))).all()


def test_toning_gives_the_tones_of_the_style():
    painting, style = colourful(1), palette_of(colourful(2))
    own, reached = palette_of(painting).tones, palette_of(toned(painting, style, 0.8)).tones
    assert torch.allclose(reached, torch.lerp(own, style.tones, 0.8), atol=0.02)
    assert torch.allclose(toned(painting, style, 0.0), painting, atol=1e-6)


def test_toning_is_what_paintings_get():
    across, down = torch.arange(64)[None, :], torch.arange(48)[:, None]

    def picture(*channels: torch.Tensor) -> torch.Tensor:
        return torch.stack([channel.expand(48, 64) for channel in channels])[None] / 255

    painting = picture((across * 4 + down) % 256, (down * 5) % 256, 60 + across)
    style = picture(100 + across, 200 - (across + down) % 100, (across * down) % 256)
    colours = 255 * toned(painting, palette_of(style), 0.65)[0]
    # The same numbers are in the test of the toner.
    expected = [
        [65.6, 69.6, 21.4],
        [100.9, 103.0, 55.7],
        [137.4, 132.4, 98.8],
        [173.8, 161.4, 145.5],
        [79.1, 196.8, 193.4],
    ]
    for place, values in enumerate(expected):
        assert colours[:, 11 * place, 15 * place].tolist() == pytest.approx(values, abs=0.06)


def test_the_grain_is_faint_grey_and_the_one_that_frames_get():
    flat = torch.full((1, 3, 64, 48), 0.5)
    grain = 255 * (grained(flat) - flat)
    assert grain.std() == pytest.approx(3, abs=0.4)
    assert grain.mean().abs() < 0.5
    assert torch.equal(grain[:, 0], grain[:, 2])
    # The same numbers are in the test of the recolourer.
    row = [-7.0, -5.2, -3.5, 6.1, -2.6, 6.2, 4.5, 5.7]
    assert grain[0, 0, 0, :32:4].tolist() == pytest.approx(row, abs=0.06)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The folder of a narrow network."""
    network = random_network("swift", 1 / 16, ("f2", "f3", "f4"))
    write_model(tmp_path / "toy", network, "toy", {})
    return tmp_path / "toy"


def code_of(network) -> StyleCode:
    style = colourful(3)
    with torch.no_grad():
        return StyleCode(network.style_statistics(style), palette_of(style))


def test_a_narrow_network_is_fitted_as_a_whole():
    wide, narrow = (architecture_of("swift", width) for width in (0.25, 0.125))
    assert brush_layers(wide) == BRUSH_LAYERS
    assert brush_layers(narrow) == ("res4b", "up3", *BRUSH_LAYERS)


def test_a_brush_survives_its_file(model: Path, tmp_path: Path):
    network = read_model(model)
    code = code_of(network)
    random = torch.Generator().manual_seed(7)
    own = {name: p.clone() for name, p in brush_parameters(network, BRUSH_LAYERS).items()}
    brush = {name: p + torch.randn(p.shape, generator=random) for name, p in own.items()}
    # A channel that was not changed, which has no scale.
    brush["decoder/out/kernel"][0] = own["decoder/out/kernel"][0]
    write_brush(tmp_path, "waves", code, brush, own, {"side": 512})
    read = read_brush(tmp_path, "waves", network)
    for name, parameter in brush_parameters(network, BRUSH_LAYERS).items():
        step = (brush[name] - own[name]).abs().amax(tuple(range(1, own[name].ndim))) / 127
        error = (parameter - brush[name]).abs().amax(tuple(range(1, own[name].ndim)))
        assert (error <= 0.51 * step + 1e-6).all() if own[name].ndim == 4 else error.max() < 1e-3
    sketches = (tmp_path / "sketches.bin").read_bytes()
    assert sketches == (tmp_path / "waves.bin").read_bytes()[: len(sketches)]
    manifest = json.loads((tmp_path / "brushes.json").read_text())
    specs = [spec for spec in manifest["weights"] if not spec["name"].startswith("decoder/")]
    assert sum(values.size for values in unpack(sketches, specs).values()) * 2 == len(sketches)
    for level, (mean, _) in code.statistics.items():
        assert torch.allclose(read.statistics[level][0], mean, rtol=1e-3, atol=1e-3)
    assert torch.allclose(read.palette.mean, code.palette.mean, atol=1e-3)


def test_what_is_wrong_with_a_brush_is_told(model: Path, tmp_path: Path):
    network = read_model(model)
    code = code_of(network)
    own = dict(brush_parameters(network, BRUSH_LAYERS))
    with pytest.raises(ValueError, match="no_layer"):
        brush_parameters(network, ("no_layer",))
    large = own | {"decoder/out/bias": torch.full((3,), 1e6)}
    with pytest.raises(ValueError, match="decoder/out/bias"):
        write_brush(tmp_path, "waves", code, large, own, {})
    write_brush(tmp_path, "waves", code, own, own, {})
    (tmp_path / "waves.bin").write_bytes(b"else")
    with pytest.raises(ValueError, match=r"waves\.bin"):
        read_brush(tmp_path, "waves", network)


def run(toy: Path, model: Path, output: Path, monkeypatch, *more: str) -> None:
    """`python fit.py` on the toy gallery."""
    arguments = [
        *("fit.py", "--network", str(model), "--style", str(output.parent / "gallery")),
        *("--output", str(output), "--content", str(toy / "content")),
        *("--loss-network", str(toy / "vgg.npz"), "--threads", "1", "--batch", "1"),
        *("--crop", "32", "--sides", "48", "64", "--side", "64", "--rate", "0.01", *more),
    ]
    monkeypatch.setattr(sys, "argv", arguments)
    fit.main()


@pytest.fixture
def gallery(tmp_path: Path) -> None:
    """Two styles: one in a folder of its own, as in the gallery."""
    random = np.random.default_rng(2)
    (tmp_path / "gallery" / "waves").mkdir(parents=True)
    write_picture(tmp_path / "gallery" / "waves" / "image.png", random, stripes=True)
    write_picture(tmp_path / "gallery" / "dots.png", random, stripes=True)


@pytest.mark.usefixtures("gallery")
def test_a_folder_is_fitted_and_gone_on_with(toy, model, tmp_path, monkeypatch):
    output = tmp_path / "brushes"
    run(toy, model, output, monkeypatch, "--iterations", "6")
    manifest = json.loads((output / "brushes.json").read_text())
    assert sorted(manifest["brushes"]) == ["dots", "waves"]
    model_manifest = json.loads((model / "manifest.json").read_text())
    assert manifest["network_sha256"] == model_manifest["sha256"]
    network = read_model(model)
    before = {name: p.clone() for name, p in brush_parameters(network, BRUSH_LAYERS).items()}
    code = read_brush(output, "waves", network)
    assert code.toned == TONED_BRUSHED
    after = brush_parameters(network, BRUSH_LAYERS)
    assert any((after[name] - before[name]).abs().max() > 1e-3 for name in before)

    # What is done stays; what is missing is fitted again, and comes out the same.
    files = {file.name: file.read_bytes() for file in output.glob("*.bin")}
    (output / "waves.bin").unlink()
    time = (output / "dots.bin").stat().st_mtime_ns
    run(toy, model, output, monkeypatch, "--iterations", "6")
    assert (output / "dots.bin").stat().st_mtime_ns == time
    assert (output / "waves.bin").read_bytes() == files["waves.bin"]


# Each batch another one, or such as come round again, and move in the end.
@pytest.mark.parametrize("more", [(), ("--batches", "2", "--steady-share", "0.4")])
@pytest.mark.usefixtures("gallery")
def test_a_fit_that_was_stopped_ends_as_one_that_was_not(toy, model, tmp_path, monkeypatch, more):
    more = ("--iterations", "6", *more)
    run(toy, model, tmp_path / "whole", monkeypatch, *more)

    class StopOnce:
        left = 3

        def __init__(self):
            pass

        def wanted(self, _) -> bool:
            StopOnce.left -= 1
            return StopOnce.left == 0

    monkeypatch.setattr(fit, "StopSignal", StopOnce)
    run(toy, model, tmp_path / "parts", monkeypatch, *more)
    assert list((tmp_path / "parts").glob("*.pt")) and not list((tmp_path / "parts").glob("*.bin"))
    run(toy, model, tmp_path / "parts", monkeypatch, *more)
    for file in (tmp_path / "whole").glob("*.bin"):
        assert (tmp_path / "parts" / file.name).read_bytes() == file.read_bytes()


def test_no_style_is_told_with_a_sentence(toy, model, tmp_path, monkeypatch):
    (tmp_path / "gallery").mkdir()
    with pytest.raises(SystemExit, match="Expected pictures"):
        run(toy, model, tmp_path / "out", monkeypatch)


@pytest.mark.usefixtures("gallery")
def test_brushes_go_to_the_tones_as_far_as_they_say(toy, model, tmp_path, monkeypatch):
    run(toy, model, tmp_path / "brushes", monkeypatch, "--iterations", "1", "--toned", "0.25")
    network = read_model(model)
    code = read_brush(tmp_path / "brushes", "waves", network)
    assert code.toned == 0.25
    picture = colourful(3)[:, :, :32, :24]
    painted = paint(network, code, picture)
    less = paint(network, replace(code, toned=0.0), picture)
    assert torch.allclose(painted, toned(less, code.palette, 0.25), atol=1e-6)


@pytest.mark.usefixtures("gallery")
def test_brushes_are_fitted_with_the_small_loss_network_too(toy, model, tmp_path, monkeypatch):
    write_loss_lite(tmp_path / "loss", LossLite(), {})
    more = ("--loss-network", str(tmp_path / "loss"), "--iterations", "3")
    run(toy, model, tmp_path / "brushes", monkeypatch, *more)
    assert sorted(json.loads((tmp_path / "brushes" / "brushes.json").read_text())["brushes"]) == [
        "dots",
        "waves",
    ]
