import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest
import torch

import objective
import train as train_module
import widen
from checkpoint import load_checkpoint, save_checkpoint
from invert import invert
from model_folder import write_model
from network import Conv3x3
from train import NAN_PATIENCE, make_batches, train
from training import WARM_UP, Training

CPU = torch.device("cpu")


def changed(options, **changes):
    return Namespace(**(vars(options) | changes))


def weights(folder):
    state = load_checkpoint(folder / "last.pt")
    return [*state["network"].values(), *state["average"].values()]


def equal(first, second):
    return all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


def rows(folder, kind):
    lines = map(json.loads, (folder / "log.jsonl").read_text().splitlines())
    return [line for line in lines if line["kind"] == kind]


@pytest.mark.parametrize("network", ["swift", "vgg19"])
def test_one_step_lowers_the_loss(options, network):
    options = changed(options, network=network, reconstruct=0, float32=True, rate=0.1)
    training, batch = Training(options, CPU), make_batches(options)[0]
    before = training._loss(batch, 0)[0].item()
    training.step(batch)
    assert training._loss(batch, 0)[0].item() < before


def test_the_paper_network_keeps_its_encoder(options):
    training = Training(changed(options, network="vgg19", width=1.0, reconstruct=0), CPU)
    batch = make_batches(options)[0]
    encoder = [parameter.clone() for parameter in training.network.encoder.parameters()]
    decoder = [parameter.clone() for parameter in training.network.decoder.parameters()]
    training.step(batch)
    assert equal(encoder, training.network.encoder.parameters())
    assert not equal(decoder, training.network.decoder.parameters())


def test_a_step_moves_convolutions_of_many_inputs_less(options):
    training = Training(changed(options, width=0.25, reconstruct=0), CPU)
    before = {name: value.clone() for name, value in training.network.named_parameters()}
    training.step(make_batches(options)[0])
    # Adam's first step is as large as the rate, wherever the gradient is not tiny.
    rate = 0.01 / WARM_UP
    for name, share in {
        "conv1": 1,
        "conv2": 1,
        "conv3": 1,
        "conv4": 0.5,
        "res4a.conv2": 0.25,
    }.items():
        name = f"encoder.{name}.kernel"
        step = (training.network.get_parameter(name) - before[name]).abs().max()
        assert step.item() == pytest.approx(share * rate, rel=1e-2)


@pytest.mark.parametrize("network, width", [("swift", 1 / 16), ("vgg19", 1.0)])
def test_without_steadiness_the_other_terms_are_the_same(options, monkeypatch, network, width):
    strength = torch.full((2, 1, 1, 1), 0.7)
    monkeypatch.setattr(objective, "random_alpha", lambda *_: strength)
    options = changed(options, network=network, width=width, reconstruct=0, float32=True)
    batch = make_batches(options)[0]

    def terms(steadiness):
        training = Training(changed(options, lambda_steady=steadiness), CPU)
        found = training._loss(batch, 0)[1]
        return found.pop("steady").item(), {name: term.item() for name, term in found.items()}

    none, without = terms(0)
    some, with_it = terms(1)
    assert none == 0 < some
    # The moved view may have the largest activation, and brighter pixels.
    for name in ("range", "overshoot"):
        del without[name], with_it[name]
    assert without == pytest.approx(with_it, rel=1e-4)


def test_a_run_starts_from_a_model(options, toy_network, tmp_path):
    write_model(tmp_path / "model", toy_network, "toy", {})
    start = tmp_path / "model"
    training = Training(changed(options, start_from=start, levels="f2,f3,f4"), CPU)
    assert equal(toy_network.parameters(), training.network.parameters())
    assert equal(toy_network.parameters(), training.average.parameters())
    assert training.network.architecture.levels == ("f2", "f3", "f4")
    with pytest.raises(ValueError, match="Expected encoder/conv1/kernel as"):
        Training(changed(options, start_from=start, width=1 / 32), CPU)


def test_a_wider_network_starts_with_the_pictures_of_a_narrow_one(
    options, toy_network, tmp_path, monkeypatch
):
    write_model(tmp_path, toy_network, "toy", {})
    options = changed(options, start_from=tmp_path, levels="f3,f4", width=7 / 64)
    picture = torch.rand(1, 3, 32, 48)

    def difference(network):
        painted, wanted = (
            each.stylize(picture, each.style_statistics(picture.flip(2)))
            for each in (network, toy_network)
        )
        return (painted - wanted).abs().mean().item()

    with torch.no_grad():
        assert 1e-6 < difference(Training(options, CPU).network) < 0.02
        monkeypatch.setattr(widen, "DIFFERENCE", 0)
        assert difference(Training(options, CPU).network) < 1e-5


def test_a_teacher_is_part_of_the_loss_and_stays_as_it_is(options, toy_network, tmp_path):
    write_model(tmp_path / "teacher", toy_network, "toy", {})
    options = changed(options, reconstruct=0, float32=True, teacher=tmp_path / "teacher")
    training, batch = Training(options, CPU), make_batches(options)[0]
    first = training._loss(batch, 0)[1]["teacher"].item()
    training.step(batch)
    assert equal(toy_network.parameters(), training.objective.teacher.parameters())
    taught = changed(options, start_from=tmp_path / "teacher", levels="f3,f4")
    same = Training(taught, CPU)
    assert same._loss(batch, 0)[1]["teacher"].item() < 1e-6 < first


def test_a_decoder_becomes_the_inverse_of_its_encoder(options):
    network = Training(changed(options, network="vgg19"), CPU).network.requires_grad_(False)
    seen, others = torch.rand(2, 8, 3, 48, 48).sort(3).values

    def error():
        return (network.decode(network.encode(others)) - others).abs().mean().item()

    before = error()
    invert(network, seen)
    assert error() < before / 3


def test_only_the_decoder_of_a_borrowed_encoder_starts_as_its_inverse(options, monkeypatch):
    paper = Training(changed(options, network="vgg19", width=1.0), CPU)
    assert paper.wants_inverse()

    def inverse(network, pictures):
        assert pictures.shape == (6, 3, 32, 32)
        with torch.no_grad():
            network.decoder["conv1_1"].bias.fill_(3)

    monkeypatch.setattr("training.invert", inverse)
    batches = make_batches(options)
    paper.invert([batches[0], batches[1]])
    assert paper.average.decoder["conv1_1"].bias[0] == 3
    paper.iteration = 1
    assert not paper.wants_inverse()
    assert not Training(options, CPU).wants_inverse()


@pytest.mark.parametrize("network", ["swift", "vgg19"])
def test_dead_channels_get_another_chance(options, network):
    training = Training(changed(options, network=network, reconstruct=0, float32=True), CPU)
    batch = make_batches(options)[0]
    training.step(batch)
    convs = [m for m in training.network.modules() if isinstance(m, Conv3x3)][:-1]
    with torch.no_grad():
        for conv in convs:
            conv.bias[1] = -1e3
        for twin, own in zip(
            training.average.parameters(), training.network.parameters(), strict=True
        ):
            twin.copy_(own)
    contents, styles = training._pairs(batch)

    def painted():
        with torch.no_grad():
            return training.network.stylize(contents, training.network.style_statistics(styles))

    before = painted()
    training.revive([batch])
    assert training.revived >= len(convs)
    assert (painted() - before).abs().mean() < 0.02
    assert equal(training.network.parameters(), training.average.parameters())
    for conv in convs:
        assert conv.bias[1] == 0
        assert training.optimizer.state[conv.kernel]["exp_avg_sq"][1].abs().max() == 0
    training.step(batch)
    first = training.revived
    training.revive([batch])
    assert training.revived - first < first / 2


def test_a_killed_run_ends_with_the_weights_of_one_that_was_not(options, monkeypatch):
    train(options)
    killed = changed(options, output=options.output.with_name("killed"), resume=True)
    step = Training.step

    def die_at_the_fifth(self, batch):
        if self.iteration == 4:
            raise KeyboardInterrupt
        return step(self, batch)

    with monkeypatch.context() as patch:
        patch.setattr(Training, "step", die_at_the_fifth)
        with pytest.raises(KeyboardInterrupt):
            train(killed)
    assert load_checkpoint(killed.output / "last.pt")["iteration"] == 3
    train(killed)
    assert equal(weights(options.output), weights(killed.output))


def test_a_run_is_not_overwritten_by_accident(options):
    train(changed(options, iterations=3))
    with pytest.raises(ValueError, match="--resume"):
        train(options)
    with pytest.raises(ValueError, match="Expected a checkpoint of swift"):
        train(changed(options, resume=True, width=0.125))


def test_the_log_goes_on_where_the_checkpoint_is(options):
    train(changed(options, iterations=6))
    assert [row["iteration"] for row in rows(options.output, "train")] == [2, 4, 6]
    log = options.output / "log.jsonl"
    log.write_text(log.read_text() + '{"kind": "train", "iteration": 8}\n{"kind": "tr')
    train(changed(options, iterations=8, resume=True))
    assert [row["iteration"] for row in rows(options.output, "train")] == [2, 4, 6, 8]


def test_validation_keeps_the_best_weights(options, toy):
    train(changed(options, pairs=toy / "pairs.csv", validation=toy, validate_every=3))
    validations = rows(options.output, "validation")
    assert [row["iteration"] for row in validations] == [3, 6]
    best = min(validations, key=lambda row: row["score"])
    assert load_checkpoint(options.output / "best.pt")["iteration"] == best["iteration"]


def spoil_loss(monkeypatch, spoilt):
    loss = Training._loss

    def spoil(self, batch, number):
        value, terms = loss(self, batch, number)
        return value * (float("nan") if number in spoilt else 1.0), terms

    monkeypatch.setattr(Training, "_loss", spoil)


def test_a_step_that_is_not_a_number_is_skipped_and_counted(options, monkeypatch):
    spoil_loss(monkeypatch, {3})
    train(options)
    assert rows(options.output, "train")[-1]["bad_steps"] == 1
    assert all(torch.isfinite(values).all() for values in weights(options.output))


def test_many_of_them_end_the_run_and_leave_its_checkpoint(options, monkeypatch):
    train(changed(options, iterations=3))
    before = weights(options.output)
    spoil_loss(monkeypatch, range(1000))
    with pytest.raises(FloatingPointError, match="not a number for 50 iterations in a row"):
        train(changed(options, iterations=NAN_PATIENCE + 10, reconstruct=1000, resume=True))
    assert equal(before, weights(options.output))


def test_a_full_disk_leaves_the_checkpoint_before(tmp_path, monkeypatch, capsys):
    path = tmp_path / "last.pt"
    assert save_checkpoint(path, {"iteration": 1})

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not save_checkpoint(path, {"iteration": 2})
    assert "No space left on device. The checkpoint before it stays." in capsys.readouterr().out
    assert load_checkpoint(path) == {"iteration": 1}
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_checkpoint_is_told(tmp_path):
    (tmp_path / "last.pt").write_bytes(b"half a checkpoint")
    with pytest.raises(ValueError, match="cannot be read"):
        load_checkpoint(tmp_path / "last.pt")


def command(options, **changes):
    """The command line of these options."""
    line = []
    for key, value in vars(changed(options, **changes)).items():
        if value is True:
            line.append(f"--{key.replace('_', '-')}")
        elif value is not None and value is not False:
            values = value if isinstance(value, list | tuple) else [value]
            line += [f"--{key.replace('_', '-')}", *map(str, values)]
    return [str(Path(train_module.__file__)), *line]


def test_sigterm_ends_with_a_checkpoint(options):
    log = options.output / "log.jsonl"
    line = command(options, iterations=100_000, save_every=100_000, workers=1)
    process = subprocess.Popen(
        [sys.executable, *line], stdout=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 100
    while not (log.exists() and rows(options.output, "train")):
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.1)
    # As a terminal or a scheduler does it: the loader's process gets it, too.
    os.killpg(process.pid, signal.SIGTERM)
    assert process.wait(timeout=100) == 0
    assert load_checkpoint(options.output / "last.pt")["iteration"] >= 2


def test_errors_come_as_one_sentence(options, tmp_path):
    line = command(options, content=tmp_path)
    result = subprocess.run([sys.executable, *line], capture_output=True, text=True, timeout=100)
    assert result.returncode == 1
    assert result.stderr.startswith("train.py: Expected pictures or .tar shards in")
    assert result.stderr.count("\n") == 1


def test_two_processes_train_one_network(options):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # What torchrun sets; on some machines gloo looks for the host's own name in vain.
    place = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "GLOO_SOCKET_IFNAME": "lo"}
    line = [sys.executable, *command(options, iterations=3)]
    processes = [
        subprocess.Popen(line, env=os.environ | place | {"WORLD_SIZE": "2", "RANK": str(rank)})
        for rank in range(2)
    ]
    try:
        assert [process.wait(timeout=100) for process in processes] == [0, 0]
    finally:
        for process in processes:
            process.kill()
    assert rows(options.output, "start")[0]["processes"] == 2
    assert load_checkpoint(options.output / "last.pt")["iteration"] == 3
