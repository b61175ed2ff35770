"""The layer tables of the networks, as data.

The same table, with the same names, is `src/network/architecture.ts`: what is trained here runs
there. A network is an encoder, AdaIN at its levels and a decoder; every convolution is 3x3 with one
pixel of reflection padding and a bias.
"""

from dataclasses import dataclass

# Channels of VGG-19 at full, half, quarter and eighth size: widths are relative to these.
VGG_CHANNELS = (64, 128, 256, 512)


@dataclass(frozen=True)
class Conv:
    """A 3x3 convolution."""

    name: str
    inputs: int
    outputs: int
    stride: int = 1
    # Doubles height and width first, by repeating pixels.
    upsample: bool = False
    # Adds the content feature of this level, after AdaIN, before the ReLU.
    add: str | None = None
    relu: bool = True
    # Halves height and width afterwards: 2x2 max pooling, rounded up.
    pool: bool = False
    # The output is a feature of this name, on which AdaIN works.
    level: str | None = None


@dataclass(frozen=True)
class Residual:
    """ReLU(x + conv2(ReLU(conv1(x)))), both convolutions 3x3."""

    name: str
    channels: int
    level: str | None = None


Layer = Conv | Residual


@dataclass(frozen=True)
class Architecture:
    """A network as data; the decoder starts from the AdaIN'ed feature of the last level."""

    name: str
    width: float
    # From the finest to the coarsest.
    levels: tuple[str, ...]
    # The encoder sees x * scale + offset of the RGB picture in [0, 1] ...
    input_scale: float
    input_offset: float
    encoder: tuple[Layer, ...]
    decoder: tuple[Layer, ...]
    # ... and the picture is y * scale + offset of the decoder's last layer, clamped to [0, 1].
    output_scale: float
    output_offset: float

    @property
    def borrows_encoder(self) -> bool:
        """Whether the encoder is VGG-19 itself: not trained here, and not ours to pass on."""
        return self.name == "vgg19" and self.width == 1


def architecture_of(
    name: str, width: float | None = None, levels: tuple[str, ...] | None = None
) -> Architecture:
    """The table of `swift` or `vgg19`.

    width: channels relative to VGG-19's; by default the network's own.
    levels: which features of `swift` AdaIN works on and the decoder gets.
    """
    if name == "swift":
        return swift(0.25 if width is None else width, levels or SWIFT_LEVELS)
    if name == "vgg19":
        return vgg19(1.0 if width is None else width)
    raise ValueError(f'Expected an architecture of swift and vgg19, but got "{name}".')


SWIFT_LEVELS = ("f3", "f4")


def swift(width: float, levels: tuple[str, ...] = SWIFT_LEVELS) -> Architecture:
    """The live default: an hourglass with AdaIN at several of its sizes.

    f1 is the full size, f2 the half, f3 the quarter, f4 (always a level) the eighth.
    """
    a, b, c, d = channels_at(width)
    unknown = set(levels) - {"f1", "f2", "f3", "f4"}
    if unknown or "f4" not in levels:
        raise ValueError(f"Expected levels of f1, f2, f3 and always f4, but got {levels}.")

    def at(level: str) -> str | None:
        return level if level in levels else None

    return Architecture(
        name="swift",
        width=width,
        levels=tuple(sorted(levels)),
        input_scale=2,
        input_offset=-1,
        encoder=(
            Conv("conv1", 3, a, level=at("f1")),
            Conv("conv2", a, b, stride=2, level=at("f2")),
            Conv("conv3", b, c, stride=2),
            Residual("res3a", c, level=at("f3")),
            Conv("conv4", c, d, stride=2),
            Residual("res4a", d, level="f4"),
        ),
        decoder=(
            Residual("res4b", d),
            Conv("up3", d, c, upsample=True, add=at("f3")),
            Residual("res3b", c),
            Conv("up2", c, b, upsample=True, add=at("f2")),
            Conv("up1", b, a, upsample=True, add=at("f1")),
            Conv("out", a, 3, relu=False),
        ),
        output_scale=0.5,
        output_offset=0.5,
    )


def vgg19(width: float) -> Architecture:
    """The paper's network: VGG-19 (Simonyan & Zisserman 2015) up to relu4_1, and its mirror."""
    a, b, c, d = channels_at(width)
    return Architecture(
        name="vgg19",
        width=width,
        levels=("relu4_1",),
        input_scale=1,
        input_offset=0,
        encoder=(
            Conv("conv1_1", 3, a),
            Conv("conv1_2", a, a, pool=True),
            Conv("conv2_1", a, b),
            Conv("conv2_2", b, b, pool=True),
            Conv("conv3_1", b, c),
            Conv("conv3_2", c, c),
            Conv("conv3_3", c, c),
            Conv("conv3_4", c, c, pool=True),
            Conv("conv4_1", c, d, level="relu4_1"),
        ),
        decoder=(
            Conv("conv4_1", d, c),
            Conv("conv3_4", c, c, upsample=True),
            Conv("conv3_3", c, c),
            Conv("conv3_2", c, c),
            Conv("conv3_1", c, b),
            Conv("conv2_2", b, b, upsample=True),
            Conv("conv2_1", b, a),
            Conv("conv1_2", a, a, upsample=True),
            Conv("conv1_1", a, 3, relu=False),
        ),
        output_scale=1,
        output_offset=0,
    )


def channels_at(width: float) -> tuple[int, ...]:
    """The channels at full, half, quarter and eighth size."""
    return tuple(int(channels * width + 0.5) for channels in VGG_CHANNELS)


def convolutions(half: str, layers: tuple[Layer, ...]) -> list[tuple[str, int, int]]:
    """Path, inputs and outputs of every convolution of `encoder` or `decoder`, in order."""
    found = []
    for layer in layers:
        path = f"{half}/{layer.name}"
        if isinstance(layer, Conv):
            found.append((path, layer.inputs, layer.outputs))
        else:
            found.append((f"{path}/conv1", layer.channels, layer.channels))
            found.append((f"{path}/conv2", layer.channels, layer.channels))
    return found


def weight_shapes(architecture: Architecture) -> dict[str, tuple[int, ...]]:
    """Every weight by name, in the order of `weights.bin`; kernels are [3, 3, inputs, outputs]."""
    shapes: dict[str, tuple[int, ...]] = {}
    for half, layers in (("encoder", architecture.encoder), ("decoder", architecture.decoder)):
        for path, inputs, outputs in convolutions(half, layers):
            shapes[f"{path}/kernel"] = (3, 3, inputs, outputs)
            shapes[f"{path}/bias"] = (outputs,)
    return shapes


def cost(architecture: Architecture, side: int) -> float:
    """Multiplications of a frame of side x side pixels, in thousand millions (GMAC)."""
    total = 0.0
    size = float(side)
    for layer in architecture.encoder + architecture.decoder:
        if isinstance(layer, Residual):
            total += 2 * 9 * layer.channels**2 * size**2
            continue
        size = size * (2 if layer.upsample else 1) / layer.stride
        total += 9 * layer.inputs * layer.outputs * size**2
        size = size / (2 if layer.pool else 1)
    return total / 1e9
