"""Measures on a gallery."""

import numpy as np
import torch

import gallery
from brush import BRUSH_LAYERS, StyleCode, brush_parameters, write_brush
from conftest import random_network, write_picture
from loss_network import LossNetwork
from model_folder import write_model
from palette import palette_of
from styles import read_style


def test_colours_are_as_far_apart_as_they_are():
    dark, light = torch.full((1, 3, 8, 8), 0.2), torch.full((1, 3, 16, 8), 0.7)
    assert gallery.colour_distance(dark, dark) == 0
    # Of a shift along grey, a direction sees its projection: half of that, on average.
    assert 0.15 < gallery.colour_distance(dark, light) < 0.87
    assert abs(gallery.colour_distance(light, dark) - gallery.colour_distance(dark, light)) < 1e-6


def test_texture_is_told_by_window():
    picture = torch.zeros(1, 3, 32, 32)
    picture[:, :, :16, :16:2] = 1
    texture = gallery.window_texture(picture)
    assert texture.shape == (4,)
    assert texture[0] > 0.4
    assert texture[1:].max() == 0


def test_a_brush_is_measured_where_there_is_one(toy, tmp_path, monkeypatch):
    monkeypatch.setattr(gallery, "PHOTOGRAPHS", 1)
    random = np.random.default_rng(3)
    (tmp_path / "gallery").mkdir()
    for name in ("first", "second"):
        write_picture(tmp_path / "gallery" / f"{name}.png", random, stripes=True)
    network = random_network("swift", 1 / 16, ("f2", "f3", "f4"))
    write_model(tmp_path / "toy", network, "toy", {})
    style = read_style(tmp_path / "gallery" / "first.png", 64)
    code = StyleCode(network.style_statistics(style), palette_of(style))
    own = brush_parameters(network, BRUSH_LAYERS)
    brush = {name: p * 0.5 for name, p in own.items()}
    write_brush(tmp_path / "toy" / "brushes" / "64", "first", code, brush, own, {})

    loss_network = LossNetwork(toy / "vgg.npz")
    measured = gallery.Gallery(tmp_path / "gallery", toy / "content", loss_network, 64)
    rows = [measured.row(tmp_path / "toy", how) for how in ("plain", "palette", "brush")]
    for row in rows:
        assert all(np.isfinite(value) for value in row.values())
        assert 0 <= row["recognized"] <= 1 and 0 <= row["coverage"] <= 1
    assert len({row["style"] for row in rows}) == 3
    assert rows[1]["colour"] != rows[0]["colour"]
