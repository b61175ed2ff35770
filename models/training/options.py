"""The command line of train.py."""

import argparse
from pathlib import Path


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The options; `python train.py --help` lists them with their defaults."""
    parser = argparse.ArgumentParser(
        description="Trains a network. Killed at any moment, it goes on with --resume.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument

    add("--output", type=Path, required=True, help="folder for checkpoints and the log")
    add("--content", type=Path, required=True, help="folder of photos, or of .tar shards")
    add("--style", type=Path, required=True, help="folder of artworks, or of .tar shards")
    add("--loss-network", type=Path, required=True, help="the VGG-19 encoder, .npz")
    add("--pairs", type=Path, help="CSV of the validation pairs: pair,content,style")
    add("--validation", type=Path, help="folder with content/ and style/ of these pairs")
    add("--resume", action="store_true", help="go on from the checkpoint in --output, if any")

    add("--network", choices=("swift", "vgg19"), default="swift", help="the layer table")
    add("--width", type=float, help="channels relative to VGG-19's; the network's own if not given")
    add("--start-from", type=Path, help="model or checkpoint, as wide or narrower, to begin with")
    add("--teacher", type=Path, help="model folder or checkpoint whose pictures are learnt, too")
    add("--levels", default="f2,f3,f4", help="where swift's AdaIN works, of f1,f2,f3,f4")

    add("--iterations", type=int, default=24_000, help="steps in all")
    add("--reconstruct", type=int, default=200, help="of these, the first ones as auto-encoder")
    add("--batch", type=int, default=8, help="pairs a step and process")
    add("--styles-per-content", type=int, default=2, help="styles each content of a batch gets")
    add("--crop", type=int, default=144, help="side of the crops in pixels, a multiple of 16")
    add("--sides", type=int, nargs=2, default=(160, 288), help="short sides crops are taken from")
    add("--style-crops", type=int, default=6, help="fixed crops a style, remembered; 0: always new")
    add("--rate", type=float, default=1e-3, help="Adam's learning rate, at its highest")
    add("--last-rate", type=float, default=2e-5, help="the rate that the cosine ends at")
    add("--clip", type=float, default=20.0, help="the largest norm of the gradient")
    add("--average", type=float, default=0.999, help="decay of the average of the weights")

    add("--revive-every", type=int, default=250, help="iterations between looks for dead channels")

    add("--lambda-style", type=float, default=12.0, help="weight of the style loss")
    add("--content-share", type=float, default=0.3, help="weight of the loss against f(c) itself")
    add("--lambda-identity", type=float, default=100.0, help="weight of the pixels at alpha 0")
    add("--lambda-steady", type=float, default=150.0, help="weight of the steadiness")
    add("--steady-ramp", type=float, default=0.3, help="share of the run in which it grows to that")
    add("--lambda-fine", type=float, default=2.0, help="weight of the finest texture's excess")
    add("--lambda-teacher", type=float, default=30.0, help="weight of the teacher's pixels")

    add("--seed", type=int, default=1)
    add("--threads", type=int, default=2, help="threads of the CPU")
    add("--workers", type=int, default=1, help="processes that load pictures")
    add("--float32", action="store_true", help="no bfloat16")
    add("--log-every", type=int, default=50, help="iterations a line of the log")
    add("--save-every", type=int, default=250, help="iterations a checkpoint")
    add("--validate-every", type=int, default=2000, help="iterations a validation")

    options = parser.parse_args(arguments)
    check(parser, options)
    return options


def check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Ends with a sentence where options do not go together."""
    if options.crop < 32 or options.crop % 16:
        parser.error(f"--crop must be a multiple of 16 from 32 on, but is {options.crop}.")
    if options.batch % options.styles_per_content:
        parser.error(
            f"--batch {options.batch} cannot be shared out with "
            f"--styles-per-content {options.styles_per_content}."
        )
    if options.revive_every < 1:
        parser.error(f"--revive-every must be at least 1, but is {options.revive_every}.")
    if options.sides[0] > options.sides[1]:
        parser.error(f"--sides go from the smaller to the larger, but are {options.sides}.")
    if (options.pairs is None) != (options.validation is None):
        parser.error("--pairs and --validation go together.")
