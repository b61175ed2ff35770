import torch

from architecture import architecture_of, cost, weight_shapes
from conftest import random_network
from network import EPSILON, adain, statistics


def plain_statistics(feature):
    mean = feature.mean((2, 3), keepdim=True)
    return mean, ((feature - mean).square().mean((2, 3), keepdim=True) + EPSILON).sqrt()


def test_adain_gives_the_content_the_statistics_of_the_style():
    content, style = torch.randn(2, 8, 9, 7) * 3 + 1, torch.randn(2, 8, 5, 11) * 0.5 - 2
    mean, std = statistics(adain(content, *statistics(style)))
    wanted_mean, wanted_std = statistics(style)
    torch.testing.assert_close(mean, wanted_mean, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(std, wanted_std, atol=1e-4, rtol=1e-4)


def test_adain_at_alpha_0_is_the_content():
    content = torch.randn(1, 4, 6, 6)
    torch.testing.assert_close(adain(content, *statistics(content * 5 + 1), 0.0), content)


def test_statistics_have_the_gradient_of_their_formula():
    gradients = []
    for function in (statistics, plain_statistics):
        feature = torch.linspace(-1, 2, 2 * 3 * 4 * 5).view(2, 3, 4, 5).sin().requires_grad_()
        mean, std = function(feature)
        (mean * torch.arange(6.0).view(2, 3, 1, 1) + std.square()).sum().backward()
        gradients.append(feature.grad)
    torch.testing.assert_close(*gradients)


def test_statistics_of_bfloat16_are_sums_in_float32():
    torch.manual_seed(1)
    feature = (torch.randn(2, 16, 40, 40) + 3).bfloat16()
    mean, std = statistics(feature)
    wanted_mean, wanted_std = plain_statistics(feature.float())
    torch.testing.assert_close(mean, wanted_mean, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(std, wanted_std, atol=1e-3, rtol=1e-3)


def test_a_network_paints_a_picture_of_the_contents_size():
    for name in ("swift", "vgg19"):
        network = random_network(name, 1 / 32)
        content, style = torch.rand(2, 3, 32, 48), torch.rand(1, 3, 40, 32)
        picture = network.stylize(content, network.style_statistics(style), 0.5)
        assert picture.shape == content.shape
        assert picture.min() >= 0 and picture.max() <= 1


def test_every_level_of_swift_counts():
    content, style = torch.rand(1, 3, 32, 32), torch.rand(1, 3, 32, 32)
    for level in ("f1", "f2", "f3", "f4"):
        network = random_network("swift", 1 / 16, ("f1", "f2", "f3", "f4"))
        styles = network.style_statistics(style)
        picture = network.stylize(content, styles)
        mean, std = styles[level]
        assert not torch.equal(network.stylize(content, styles | {level: (mean + 1, std)}), picture)


def test_swift_costs_what_the_plan_allows():
    table = architecture_of("swift")
    assert cost(table, 256) <= 2.4
    assert len(weight_shapes(table)) == 2 * (4 + 2 * 2 + 2 * 2 + 4)
