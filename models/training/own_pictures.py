"""Draws twelve pictures as people might add them to the app, to see how it learns them:
python own_pictures.py FOLDER.

None is of a gallery: a child's drawing, a carpet, a comic page, bark, a map, a circuit board,
tiles, a score, bricks, a fur, woven straw, writing on a wall.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIDE = 512

Draw = ImageDraw.ImageDraw
Random = np.random.Generator


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, painter) in enumerate(PICTURES.items()):
        painter(np.random.default_rng(number)).save(folder / f"{name}.png")


def canvas(colour: str) -> tuple[Image.Image, Draw]:
    """A picture of one colour, and what draws on it."""
    picture = Image.new("RGB", (SIDE, SIDE), colour)
    return picture, ImageDraw.Draw(picture)


def noise(random: Random, width: int, height: int) -> np.ndarray:
    """Chance on a lattice of so many points, eased between them: [SIDE, SIDE] in 0..1."""
    lattice = Image.fromarray((random.random((height, width)) * 255).astype(np.uint8))
    return np.asarray(lattice.resize((SIDE, SIDE), Image.Resampling.BICUBIC)) / 255


def shaded(values: np.ndarray, colours: list[tuple[int, int, int]]) -> Image.Image:
    """A picture of values in 0..1, by colours that are as far apart."""
    steps = np.linspace(0, 1, len(colours))
    rgb = [np.interp(values, steps, [colour[each] for colour in colours]) for each in range(3)]
    return Image.fromarray(np.stack(rgb, -1).astype(np.uint8))


def wobbly(random: Random, points: np.ndarray, by: float) -> list[tuple[float, float]]:
    """A line as a hand draws it."""
    return [tuple(point) for point in points + random.normal(0, by, points.shape)]


def ring(x: float, y: float, radius: float, count: int = 40) -> np.ndarray:
    """Points on a circle, [count, 2]."""
    turns = np.linspace(0, 2 * np.pi, count)
    return np.stack([x + radius * np.cos(turns), y + radius * np.sin(turns)], -1)


def childs_drawing(random: Random) -> Image.Image:
    """Wax crayons: a house, a sun, flowers, scribbled grass."""
    picture, draw = canvas("#fbf7ec")
    for x in range(0, SIDE, 7):
        top = 380 + random.normal(0, 14)
        draw.line([(x, SIDE), (x + random.normal(0, 12), top)], "#3f9b3a", 5)
    for row in range(0, 120, 9):
        line = np.stack([np.linspace(0, SIDE, 30), np.full(30, row)], -1)
        draw.line(wobbly(random, line, 5), "#7fb4ea", 6)
    for radius in range(4, 60, 7):
        draw.line(wobbly(random, ring(430, 80, radius), 3), "#f7c21b", 6)
    for x in range(120, 300, 8):
        draw.line(wobbly(random, np.array([[x, 220], [x, 400]]), 4), "#d8433b", 7)
    draw.line(wobbly(random, np.array([[100, 225], [210, 120], [320, 225]]), 3), "#6b3d1f", 12)
    draw.rectangle((190, 310, 240, 400), "#6b3d1f")
    for x, colour in ((60, "#c23fae"), (370, "#e8702a"), (440, "#4a58d8")):
        for radius in (8, 14, 20):
            draw.line(wobbly(random, ring(x, 350, radius), 3), colour, 5)
        draw.line([(x, 370), (x, 440)], "#3f9b3a", 6)
    return picture


def carpet(random: Random) -> Image.Image:
    """Knots in rows: diamonds and borders in madder, indigo and ivory."""
    knots = 96
    y, x = np.mgrid[:knots, :knots]
    across, down = np.abs(x - knots / 2 + 0.5), np.abs(y - knots / 2 + 0.5)
    field = ((across + down) // 6).astype(int) % 4
    edge = np.maximum(across, down)
    field = np.where(edge > 38, 4 + ((x // 3 + y // 3) % 2), field)
    field = np.where((edge > 35) & (edge <= 38), 6, field)
    colours = ["#8d1f1d", "#20305f", "#c9963b", "#8d1f1d", "#20305f", "#e7d8b4", "#e7d8b4"]
    palette = np.array([[int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in colours])
    rgb = palette[field] * random.normal(1, 0.07, (knots, knots, 1))
    picture = Image.fromarray(rgb.clip(0, 255).astype(np.uint8)).resize((SIDE, SIDE), Image.NEAREST)
    ribs = 1 - 0.25 * (np.arange(SIDE) % 5 == 0)
    return Image.fromarray((np.asarray(picture) * ribs[:, None, None]).astype(np.uint8))


def comic_page(random: Random) -> Image.Image:
    """Panels with flat colours, black outlines, speed lines and balloons."""
    picture, draw = canvas("white")
    panels = [(12, 12, 250, 200), (262, 12, 500, 200), (12, 212, 500, 350), (12, 362, 180, 500)]
    panels.append((192, 362, 500, 500))
    for number, (left, top, right, bottom) in enumerate(panels):
        colour = ["#ffd22e", "#2b7bd6", "#e5342b", "#37b34a", "#f4a3c4"][number]
        panel = Image.new("RGB", (right - left, bottom - top), colour)
        inner = ImageDraw.Draw(panel)
        middle = np.array([random.uniform(60, right - left - 60), (bottom - top) * 0.6])
        for turn in random.uniform(0, 2 * np.pi, 46):
            away = np.array([np.cos(turn), np.sin(turn)])
            inner.line([*(middle + 70 * away), *(middle + 400 * away)], "black", 2)
        inner.ellipse((*(middle - 36), *(middle + 36)), "#f9d7b5", "black", 5)
        inner.pieslice(
            (*(middle - 40), *(middle + np.array([40, 10]))), 180, 360, "#3a2417", "black", 4
        )
        for eye in (-13, 13):
            inner.ellipse(
                (*(middle + np.array([eye - 4, -2])), *(middle + np.array([eye + 4, 8]))), "black"
            )
        inner.ellipse((8, 6, 92, 46), "white", "black", 4)
        for row in (18, 27):
            inner.line((24, row, 76, row), "black", 3)
        picture.paste(panel, (left, top))
        draw.rectangle((left, top, right, bottom), outline="black", width=5)
    return picture


def bark(random: Random) -> Image.Image:
    """Deep upright furrows in grey and brown."""
    bent = 40 * noise(random, 4, 12)
    furrows = noise(random, 46, 7)
    rows, columns = np.mgrid[:SIDE, :SIDE]
    values = furrows[rows, (columns + bent.astype(int)) % SIDE]
    values = np.clip(1.6 * np.abs(values - 0.5) + 0.25 * noise(random, 128, 60), 0, 1)
    return shaded(values, [(28, 20, 15), (84, 66, 50), (141, 122, 100), (186, 172, 150)])


def street_map(random: Random) -> Image.Image:
    """Blocks, roads, a park and a river, with names that nobody can read."""
    picture, draw = canvas("#f2ece1")
    draw.rectangle((300, 60, 450, 190), "#bfe0ae")
    points = [(x, 330 + 60 * np.sin(x / 90)) for x in range(-20, 540, 10)]
    draw.line(points, "#9ccbe8", 46, joint="curve")
    for angle in (0.12, 1.66):
        away = np.array([np.cos(angle), np.sin(angle)]) * 900
        for shift in np.arange(-500, 900, 58):
            start = np.array([shift, 0]) if angle > 1 else np.array([0, shift])
            line = [*(start - away), *(start + away)]
            wide = 16 if round(shift / 58) % 4 == 0 else 8
            draw.line(line, "#c9bfae", wide + 3)
            draw.line(line, "#fbd56b" if wide == 16 else "white", wide)
    for x, y in random.uniform(20, 490, (60, 2)):
        draw.rectangle((x, y, x + random.uniform(8, 26), y + 5), "#6a6f78")
    return picture


def circuit_board(random: Random) -> Image.Image:
    """Copper tracks, pads, vias and chips on green."""
    picture, draw = canvas("#12593a")
    for _ in range(90):
        x, y = (int(each) * 16 for each in random.integers(0, 32, 2))
        track = [(x, y)]
        for _ in range(3):
            step = 16 * int(random.integers(1, 7))
            x, y = ((x + step, y), (x, y + step), (x + step, y + step))[random.integers(3)]
            track.append((x, y))
        draw.line(track, "#3fae74", 4)
        for x, y in (track[0], track[-1]):
            draw.ellipse((x - 6, y - 6, x + 6, y + 6), "#d9b45b")
            draw.ellipse((x - 2, y - 2, x + 2, y + 2), "#0b2f20")
    for left, top in ((60, 70), (280, 60), (150, 260), (340, 330)):
        for pin in range(8):
            draw.rectangle(
                (left - 10, top + 8 + 14 * pin, left + 110, top + 14 + 14 * pin), "#c8ccd0"
            )
        draw.rectangle((left, top, left + 100, top + 118), "#1b1c20")
        draw.rectangle((left + 14, top + 20, left + 70, top + 26), "#d8d8d8")
    return picture


def tiles(random: Random) -> Image.Image:
    """Glazed tiles of four quarters each, blue and white."""
    picture, draw = canvas("#f4f1e8")
    for left in range(0, SIDE, 64):
        for top in range(0, SIDE, 64):
            box = (left, top, left + 63, top + 63)
            for x, y in ((0, 0), (64, 0), (0, 64), (64, 64)):
                at = (left + x, top + y)
                draw.ellipse(
                    (at[0] - 30, at[1] - 30, at[0] + 30, at[1] + 30), outline="#1d4fa3", width=9
                )
            draw.regular_polygon((left + 32, top + 32, 16), 4, 45, "#1d4fa3")
            draw.ellipse((left + 24, top + 24, left + 40, top + 40), "#e8b93a")
            draw.rectangle(box, outline="#b9b3a4", width=2)
    return picture


def score(random: Random) -> Image.Image:
    """Engraved music: staves, notes and beams on yellowed paper."""
    picture, draw = canvas("#efe3c4")
    for top in range(30, SIDE - 40, 78):
        for line in range(5):
            draw.line((16, top + 9 * line, SIDE - 16, top + 9 * line), "#2a2119", 2)
        previous = None
        for x in range(40, SIDE - 30, 26):
            y = top + 4.5 * int(random.integers(-1, 9))
            draw.ellipse((x - 7, y - 5, x + 6, y + 5), "#2a2119")
            draw.line((x + 5, y, x + 5, y - 34), "#2a2119", 2)
            if previous and random.random() < 0.5:
                draw.line((*previous, x + 5, y - 34), "#2a2119", 6)
                previous = None
            else:
                previous = (x + 5, y - 34)
    return picture


def bricks(random: Random) -> Image.Image:
    """A wall of bricks of many reds, with light mortar."""
    picture, draw = canvas("#c9c0b2")
    for row, top in enumerate(range(0, SIDE, 32)):
        for left in range(-64 * (row % 2) // 2 - 64, SIDE, 72):
            red = np.array([150, 66, 46]) * random.normal(1, 0.16)
            draw.rounded_rectangle(
                (left, top, left + 66, top + 26), 3, tuple(int(each) for each in red.clip(0, 255))
            )
    grain = 0.75 + 0.5 * noise(random, 180, 180)
    return Image.fromarray((np.asarray(picture) * grain[..., None]).clip(0, 255).astype(np.uint8))


def fur(random: Random) -> Image.Image:
    """A spotted fur: dark rosettes on sand."""
    picture, draw = canvas("#d9a860")
    for y in range(0, SIDE + 40, 52):
        for x in range(0, SIDE + 40, 56):
            at = np.array([x, y]) + random.normal(0, 9, 2)
            for turn in np.arange(0, 2 * np.pi, 1.25) + random.uniform(0, 1):
                spot = at + 17 * np.array([np.cos(turn), np.sin(turn)])
                size = random.uniform(5, 9)
                draw.ellipse((*(spot - size), *(spot + size)), "#2c1a0f")
            draw.ellipse((*(at - 9), *(at + 9)), "#a8662c")
    for x, y in random.uniform(0, SIDE, (5000, 2)):
        draw.line((x, y, x + 3, y + 12), "#e9c68a" if random.random() < 0.6 else "#8f5a28", 1)
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def straw(random: Random) -> Image.Image:
    """Woven straw: over two, under two."""
    y, x = np.mgrid[:SIDE, :SIDE]
    strand = 22
    over = (x // strand + y // strand) // 2 % 2 == 0
    along = np.where(over, y % strand, x % strand) / strand
    values = np.sin(np.pi * along) * 0.75 + 0.2 * np.where(
        over, noise(random, 8, 160), noise(random, 160, 8)
    )
    return shaded(
        values.clip(0, 1), [(74, 47, 18), (168, 120, 52), (222, 184, 104), (248, 228, 166)]
    )


def wall_writing(random: Random) -> Image.Image:
    """Sprayed loops in loud colours, one over the other, with drips."""
    picture, draw = canvas("#8d8f94")
    colours = ["#ff2f92", "#20c4f4", "#ffe600", "#6a2bd9", "#00d26a", "#111111"]
    for number in range(26):
        start, size = random.uniform(0, SIDE, 2), random.uniform(50, 130)
        turns = np.linspace(0, random.uniform(3, 8), 40)
        stretch = random.uniform(0.3, 1, 2) * size
        points = start + np.stack([np.cos(turns), np.sin(1.7 * turns)], -1) * stretch
        line = [tuple(point) for point in points]
        draw.line(line, "#0c0c0e", 30, joint="curve")
        draw.line(line, colours[number % len(colours)], 20, joint="curve")
        draw.line([point - 5 for point in points[8:16].flatten()], "white", 3)
        x, y = points[-1]
        draw.line((x, y, x, y + random.uniform(10, 80)), colours[number % len(colours)], 4)
    return picture


PICTURES: dict[str, Callable[[Random], Image.Image]] = {
    "childs-drawing": childs_drawing,
    "carpet": carpet,
    "comic-page": comic_page,
    "bark": bark,
    "street-map": street_map,
    "circuit-board": circuit_board,
    "tiles": tiles,
    "score": score,
    "bricks": bricks,
    "fur": fur,
    "straw": straw,
    "wall-writing": wall_writing,
}

if __name__ == "__main__":
    main()
