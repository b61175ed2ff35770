"""Checkpoints that survive being killed while they are written."""

import io
import os
from pathlib import Path

import torch


def write_atomically(path: Path, data: bytes) -> None:
    """The file is either the old one or the new one, whole.

    Raises OSError, for example where the disk is full; the old file is there then.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def save_checkpoint(path: Path, state: dict) -> bool:
    """Writes a state; False, with a sentence, where the disk does not take it."""
    # Through memory, because torch.save reports a full disk as an internal error of its archive.
    buffer = io.BytesIO()
    torch.save(state, buffer)
    try:
        write_atomically(path, buffer.getvalue())
    except OSError as error:
        print(f"Could not write {path}: {error.strerror}. The checkpoint before it stays.")
        return False
    return True


def load_checkpoint(path: Path) -> dict:
    """A state, on the CPU.

    Raises ValueError if the file is none, OSError if it is not there.
    """
    data = path.read_bytes()
    try:
        return torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    # A broken archive raises whatever its reader stumbles over.
    except Exception as error:
        raise ValueError(f"Expected a checkpoint in {path}, but it cannot be read.") from error
