"""Weights of a network for a wider one of the same kind, which then starts with what is known."""

import numpy as np

# Twins would learn the same; so far, relative to their values, they begin apart.
DIFFERENCE = 0.02


def widened(
    weights: dict[str, np.ndarray], shapes: dict[str, tuple[int, ...]]
) -> dict[str, np.ndarray]:
    """The weights in the shapes of a wider network that paints nearly the same.

    Channels are repeated in turn, and what reads one shares its kernel out among the copies
    (Net2Net, Chen et al. 2016). A channel has the same copies wherever it goes, so that features
    can still be added, and AdaIN treats copies alike.
    """
    random = np.random.default_rng(1)
    wider = {}
    for name, shape in shapes.items():
        values = weights[name]
        values = values[..., np.arange(shape[-1]) % values.shape[-1]]
        if len(shape) == 4:
            sources = np.arange(shape[2]) % values.shape[2]
            copies = np.bincount(sources)[sources]
            values = values[:, :, sources] / copies[:, None]
            if shape != weights[name].shape:
                values = values * (1 + DIFFERENCE * random.standard_normal(shape))
        wider[name] = values.astype(np.float32)
    return wider
