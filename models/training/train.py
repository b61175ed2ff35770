"""Trains a network: python train.py --help.

A run is a folder: `last.pt` (everything needed to go on), `best.pt` (the averaged weights of the
best validation) and `log.jsonl` (the curves). Pictures and random numbers of an iteration follow
from the seed and its number, so the state is the weights, the optimiser and that number: a run that
was killed and resumed ends with the same weights as one that was not.
"""

import argparse
import math
import sys
from datetime import datetime

import torch
import torch.distributed as dist

from checkpoint import load_checkpoint, save_checkpoint
from data import Batches, BatchPlan, load_batches
from log import Log
from options import parse_options
from pictures import Pictures
from processes import StopSignal, rank, start_device, world_size
from training import Training, learning_rate
from validation import Validation

# So many spoilt steps in a row are no accident.
NAN_PATIENCE = 50
# Pairs that tell how a decoder undoes its encoder.
INVERTED = 64
# Batches to come that tell which channels are dead.
LOOK_AHEAD = 8


def train(options: argparse.Namespace) -> None:
    """The whole run.

    Raises ValueError, FloatingPointError or OSError, with a sentence, where it cannot go on.
    """
    device = start_device(options)
    batches = make_batches(options)
    training = Training(options, device)
    options.output.mkdir(parents=True, exist_ok=True)
    last = options.output / "last.pt"
    if last.exists():
        if not options.resume:
            raise ValueError(f"{last} is there already: go on with --resume, or choose another.")
        training.restore(load_checkpoint(last))
    # The first process alone writes and validates.
    first = rank() == 0
    log = Log(options.output / "log.jsonl", training.iteration) if first else None
    validation = Validation(options, device) if first and options.pairs else None
    if log:
        log.write("start", training.iteration, **start_facts(options, device, batches))

    if training.wants_inverse():
        training.invert(batches[number] for number in range(math.ceil(INVERTED / options.batch)))

    stop = StopSignal()
    for batch in load_batches(batches, training.iteration, options.iterations, options.workers):
        terms = training.step(batch)
        number = training.iteration
        # A step that was skipped changes nothing, and so kills nothing.
        if terms and training.may_revive():
            training.revive(batches[number + ahead] for ahead in range(LOOK_AHEAD))
        if training.bad_in_a_row == NAN_PATIENCE:
            raise FloatingPointError(
                f"The loss was not a number for {NAN_PATIENCE} iterations in a row, up to "
                f"{number}. Go on from {last} with a lower --rate."
            )
        done = number == options.iterations
        stopping = stop.wanted(device) or done
        if log:
            log.skipped(number, batch.skipped)
            log.add(terms)
            if stopping or number % options.log_every == 0:
                rate = learning_rate(options, number)
                counts = {"bad_steps": training.bad_steps, "revived": training.revived}
                log.flush(number, rate=rate, **counts)
        if log and validation and (done or number % options.validate_every == 0):
            measured = validation(training.average)
            log.write("validation", number, **measured)
            if measured["score"] < training.best:
                training.best = measured["score"]
                save_checkpoint(options.output / "best.pt", training.exported_state())
        if first and (stopping or number % options.save_every == 0):
            save_checkpoint(last, training.state())
        if stopping:
            break
    if dist.is_initialized():
        # None leaves before the others are done: gloo may abort where a peer has gone.
        dist.barrier()
        dist.destroy_process_group()


def make_batches(options: argparse.Namespace) -> Batches:
    """The pictures of this process."""
    plan = BatchPlan(
        contents=options.batch // options.styles_per_content,
        styles=options.batch,
        crop=options.crop,
        content_sides=tuple(options.sides),
        style_sides=tuple(options.sides),
        style_crops=options.style_crops,
        seed=options.seed,
        rank=rank(),
        world=world_size(),
    )
    return Batches(Pictures(options.content), Pictures(options.style), plan)


def start_facts(options: argparse.Namespace, device: torch.device, batches: Batches) -> dict:
    """What the log should tell about a start."""
    return {
        "time": datetime.now().isoformat(timespec="seconds"),
        "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu",
        "processes": world_size(),
        "torch": torch.__version__,
        "contents": len(batches.contents),
        "styles": len(batches.styles),
        "options": {key: str(value) for key, value in vars(options).items()},
    }


def main() -> None:
    try:
        train(parse_options())
    except (ValueError, FloatingPointError, OSError) as error:
        # From a loader process the sentence comes last, after its traceback.
        sys.exit(f"train.py: {str(error).strip().splitlines()[-1]}")


if __name__ == "__main__":
    main()
