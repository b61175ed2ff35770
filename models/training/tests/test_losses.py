import torch

from losses import fine_energy, fine_texture_loss, identity_loss, range_loss, steadiness_loss
from measures import grid_pattern, motion_measures, shift_by, structural_similarity, warped_error
from motion import move, random_motion, visible


def scene(side=48):
    y, x = torch.meshgrid(torch.arange(side) / side, torch.arange(side) / side, indexing="ij")
    return torch.stack([x, y, (6 * x).sin() * (5 * y).cos() / 2 + 0.5])[None]


def test_whole_pixel_motion_is_exact():
    picture = torch.rand(1, 3, 20, 24)
    moved = move(picture, shift_by(2, -1), (12, 16))
    torch.testing.assert_close(moved, picture[:, :, 3:15, 6:22], atol=1e-5, rtol=0)


def test_a_third_of_the_motions_stands_still():
    motion = random_motion(300, torch.Generator().manual_seed(1))
    still = (motion == torch.eye(2, 3)).flatten(1).all(1)
    assert 60 < still.sum() < 140
    torch.testing.assert_close(motion[still], torch.eye(2, 3).expand(int(still.sum()), 2, 3))


def test_visible_leaves_out_what_comes_from_outside():
    mask = visible(shift_by(3, 0), 16, 16, border=2)
    assert mask.sum() == 12 * (12 - 3)


def test_the_identity_is_steady_and_as_noisy_as_its_input():
    measured = motion_measures(lambda pictures: pictures, scene(), seed=1)
    assert measured["warped"] < 1e-4
    assert measured["warped_affine"] < 1e-3
    assert 1.8 < measured["flicker"] < 2.1


def test_a_pattern_fixed_to_the_grid_is_not_steady():
    grid = (torch.arange(48) % 2).float().view(1, 1, 1, 48) * 0.2

    def paint(pictures):
        return pictures + grid

    assert warped_error(paint, scene(), paint(scene()), shift_by(1, 1)) > 0.15


def test_similarity_is_1_for_the_same_picture_only():
    picture = scene()
    torch.testing.assert_close(structural_similarity(picture, picture), torch.tensor(1.0))
    assert structural_similarity(picture, torch.rand_like(picture)) < 0.2


def test_steadiness_is_the_root_mean_square_inside_the_mask():
    mask = torch.zeros(1, 1, 8, 8)
    mask[..., :4] = 1
    picture = torch.zeros(1, 3, 8, 8)
    other = picture + 0.3 * (1 - mask) + 0.1 * mask
    torch.testing.assert_close(
        steadiness_loss(picture, other, mask), torch.tensor([0.1]), atol=1e-4, rtol=0
    )


def test_dots_cost_and_a_smooth_picture_does_not():
    smooth = scene()
    dots = smooth.clone()
    dots[:, :, ::2, ::2] += 0.2
    assert fine_texture_loss(smooth, smooth, smooth) == 0
    assert fine_texture_loss(dots, smooth, smooth) > 1
    assert fine_texture_loss(dots, smooth, dots) == 0
    assert fine_energy(dots).shape == (1, 6)


def test_values_that_float16_could_not_square_cost():
    assert range_loss([torch.tensor(299.0)]) == 0
    assert range_loss([torch.tensor(1000.0), torch.tensor(1.0)]) > 1


def test_a_checkerboard_shows_as_a_pattern_of_the_grid():
    torch.manual_seed(1)
    noise = torch.rand(1, 3, 128, 128)
    board = noise.clone()
    board[:, :, ::4, ::4] += 0.5
    assert grid_pattern(noise, 4) < 1.5
    assert grid_pattern(board, 4) > 5


def test_identity_counts_pixels_and_steps():
    flat = torch.zeros(1, 3, 8, 8)
    torch.testing.assert_close(identity_loss(flat + 0.1, flat), torch.tensor([0.1]))
    assert identity_loss(torch.rand(1, 3, 8, 8) * 0.2, flat) > 0.15
