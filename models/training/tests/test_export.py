import json
from pathlib import Path

import numpy as np
import pytest
import torch

from architecture import architecture_of
from checkpoint import save_checkpoint
from export import export
from make_toy_golden import TOY_GOLDEN, toy_records
from model_folder import network_weights, read_model, write_model
from network import Network
from sheet import sheet
from train import train
from validation import Validation


def test_export_and_import_are_exact(toy_network, tmp_path):
    write_model(tmp_path, toy_network, "toy", {"iterations": 5})
    first, second = network_weights(toy_network), network_weights(read_model(tmp_path))
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)
    assert json.loads((tmp_path / "manifest.json").read_text())["iterations"] == 5


def test_weights_beyond_float16_are_refused(toy_network, tmp_path):
    toy_network.decoder["out"].bias.data[0] = 1e6
    with pytest.raises(ValueError, match="decoder/out/bias does not"):
        write_model(tmp_path, toy_network, "toy", {})


def test_a_changed_file_is_refused(toy_network, tmp_path):
    write_model(tmp_path, toy_network, "toy", {})
    data = bytearray((tmp_path / "weights.bin").read_bytes())
    data[10] ^= 1
    (tmp_path / "weights.bin").write_bytes(data)
    with pytest.raises(ValueError, match=r"weights\.bin"):
        read_model(tmp_path)


def test_a_run_becomes_a_model_folder_with_a_golden_record(options, tmp_path):
    train(options)
    size = export(options.output / "last.pt", tmp_path / "toy")
    assert size == (tmp_path / "toy" / "weights.bin").stat().st_size
    golden = json.loads((tmp_path / "toy" / "golden.json").read_text())
    network = read_model(tmp_path / "toy").requires_grad_(False)
    height, width, _ = golden["shape"]

    def picture(values):
        return torch.tensor(values).view(1, height, width, 3).permute(0, 3, 1, 2) / 255

    styles = network.style_statistics(picture(golden["style"]))
    output = network.stylize(picture(golden["content"]), styles, 0.5).permute(0, 2, 3, 1)
    wanted = torch.tensor(golden["output"]["0.5"]).view(1, height, width, 3)
    torch.testing.assert_close(output, wanted, atol=2e-5, rtol=0)


def test_of_the_paper_network_only_the_decoder_is_written(tmp_path):
    network = Network(architecture_of("vgg19"))
    state = {"architecture": "vgg19", "width": 1, "levels": ["relu4_1"], "iteration": 1}
    save_checkpoint(tmp_path / "best.pt", state | {"average": network.state_dict()})
    size = export(tmp_path / "best.pt", tmp_path / "vgg19")
    assert size <= 7.5e6
    decoder = tmp_path / "vgg19" / "decoder"
    assert sorted((tmp_path / "vgg19").iterdir()) == [decoder]
    assert {path.name for path in decoder.iterdir()} == {"manifest.json", "weights.bin"}
    manifest = json.loads((decoder / "manifest.json").read_text())
    assert manifest["name"] == "vgg19"
    assert all(weight["name"].startswith("decoder/") for weight in manifest["weights"])


def test_the_toy_record_of_the_apps_tests_is_what_python_computes():
    kept = json.loads(Path(TOY_GOLDEN).read_text())
    for record, wanted in zip(toy_records(), kept, strict=True):
        assert record["manifest"] == wanted["manifest"]
        assert record["weights"] == wanted["weights"]
        for alpha, output in wanted["golden"]["output"].items():
            assert np.allclose(record["golden"]["output"][alpha], output, atol=1e-4)


@pytest.mark.parametrize("alpha", [1.0, 0.5])
def test_measures_of_a_network_and_of_its_pictures_agree(toy_network, toy, options, alpha):
    options.pairs, options.validation = toy / "pairs.csv", toy
    validation = Validation(options, torch.device("cpu"))
    with torch.no_grad():
        pictures = [
            toy_network.stylize(pair.content, toy_network.style_statistics(pair.style), alpha)
            for pair in validation.pairs
        ]
    own = validation(toy_network, motion_step=1, alpha=alpha)
    others = validation.of_pictures(pictures)
    assert all(own[name] == pytest.approx(others[name], abs=2e-4) for name in others)
    assert own["flicker"] > 0 and own["peak"] > 0


def test_a_sheet_has_a_row_a_content_and_a_column_a_style():
    contents, styles = [torch.rand(1, 3, 32, 32)] * 2, [torch.rand(1, 3, 32, 32)] * 3
    picture = sheet(contents, styles, [torch.neg, torch.square, torch.ones_like])
    assert picture.shape == (3, 32 * 3, 32 * 4)
    torch.testing.assert_close(picture[:, 32:64, :32], contents[0][0])
    torch.testing.assert_close(picture[:, 32:64, 64:96], contents[0][0].square())
