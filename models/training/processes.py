"""The device, and the other processes of a run that `torchrun` started."""

import argparse
import ctypes
import os
import signal

import torch
import torch.distributed as dist
from torch import nn


def rank() -> int:
    return dist.get_rank() if dist.is_initialized() else 0


def world_size() -> int:
    return dist.get_world_size() if dist.is_initialized() else 1


def start_device(options: argparse.Namespace) -> torch.device:
    """The device of this process, set up; joins the others of a `torchrun`."""
    torch.set_num_threads(options.threads)
    keep_memory()
    cuda = torch.cuda.is_available()
    if "WORLD_SIZE" in os.environ and not dist.is_initialized():
        dist.init_process_group("nccl" if cuda else "gloo")
    if not cuda:
        return torch.device("cpu")
    torch.backends.cudnn.benchmark = True
    # Measures are taken in float32, and what is float32 in training is so for a reason.
    torch.backends.cudnn.allow_tf32 = False
    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
    return torch.device("cuda", torch.cuda.current_device())


def keep_memory() -> None:
    """Lets glibc keep freed memory: on a CPU, a tenth of the time goes into getting it anew."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        no_mapping, no_trimming = (-4, 0), (-1, 2**31 - 1)
        mallopt(*no_mapping)
        mallopt(*no_trimming)


def average_gradients(parameters: list[nn.Parameter]) -> None:
    """Gives all processes the mean of their gradients.

    One sum over all of them at once: a network of one to seven million numbers needs no more.
    """
    if world_size() == 1:
        return
    gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    dist.all_reduce(flat)
    pieces = (flat / world_size()).split([gradient.numel() for gradient in gradients])
    for parameter, piece in zip(parameters, pieces, strict=True):
        parameter.grad = piece.view_as(parameter)


def largest_of_all(values: torch.Tensor) -> torch.Tensor:
    """The largest of each value among all processes."""
    if world_size() > 1:
        dist.all_reduce(values, dist.ReduceOp.MAX)
    return values


def total_of_all(values: torch.Tensor) -> torch.Tensor:
    """The sum of each value over all processes."""
    if world_size() > 1:
        dist.all_reduce(values)
    return values


class StopSignal:
    """Turns SIGTERM and SIGINT into a wish that the loop asks for between two iterations."""

    def __init__(self):
        self.seen = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._note)

    def wanted(self, device: torch.device) -> bool:
        """True in all processes as soon as one of them was asked to stop."""
        if world_size() == 1:
            return self.seen
        seen = torch.tensor(float(self.seen), device=device)
        dist.all_reduce(seen)
        return bool(seen > 0)

    def _note(self, *_: object) -> None:
        self.seen = True
