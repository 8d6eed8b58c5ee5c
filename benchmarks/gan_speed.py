"""How fast gan train is: its steps against the bare passes of both networks."""

import time
from dataclasses import dataclass
from pathlib import Path

import torch
from echopatch.core.contract.commands.generation import GanTrainConfig, GeneratorOptions
from echopatch.core.engine.generation.adversaries import ADAM_BETAS
from echopatch.core.engine.generation.gan_train import gan_train
from echopatch.core.engine.generation.lesson import plan_for
from echopatch.core.engine.generation.networks import Discriminator, Generator, Plan, draw_latent, latent_to
from echopatch.core.engine.network.precision import autocast
from echopatch.core.engine.patches.patch_set import read_patch_set
from timing import Figure, Stopwatch, figure, in_turns
from torch import Tensor

OPTIONS = GeneratorOptions(scenario="crop", width=16, batch_size=16, steps=16)
"""Of 160 px patches images of 80 px; too few steps for a preview, which comes at most every 30 s."""
_WARM = 3


@dataclass(frozen=True)
class GanSpeed:
    """Rates in steps a second."""

    train: Figure
    bare: Figure
    ratio: Figure


def gan_speed(patches: Path, folder: Path, device: str, rounds: int) -> GanSpeed:
    """Train for some steps: reading, augmentation, losses, balance and average counted, previews and saves not.

    Args:
        patches: patch set of 160 px patches with some classes.
        folder: for the generators.
        device: ``cpu``, ``cuda``.
        rounds: repeats.
    """
    patch_set = read_patch_set(str(patches))
    plan = plan_for(patch_set, OPTIONS, int(patch_set.index["label"][patch_set.index["split"] == "train"].nunique()))
    works = {"train": lambda: _train_rate(patches, folder, device), "bare": lambda: _bare_rate(plan, torch.device(device))}
    rates = in_turns(works, rounds)
    ratios = [ours / bare for ours, bare in zip(rates["train"], rates["bare"], strict=True)]
    return GanSpeed(figure(rates["train"]), figure(rates["bare"]), figure(ratios))


def _train_rate(patches: Path, folder: Path, device: str) -> float:
    """Steps a second between the reports of two steps."""
    watch = Stopwatch()
    output = str(folder / "generator.safetensors")
    gan_train(GanTrainConfig(patches=str(patches), output=output, generator=OPTIONS, device=device, overwrite=True), watch)
    times = watch.times("progress-gan")[_WARM:]
    return (len(times) - 1) / (times[-1] - times[0])


def _bare_rate(plan: Plan, device: torch.device) -> float:
    """Steps a second of both networks and their optimisers on one batch that lies ready, in the faster of both precisions."""
    random = torch.Generator().manual_seed(0)
    classes = torch.arange(OPTIONS.batch_size) % plan.classes
    latent = latent_to(draw_latent(plan, classes, random), device)
    images = torch.rand((len(classes), plan.channels, plan.size_px, plan.size_px), generator=random).to(device)
    rates = []
    for precision in ("bf16", "fp32"):
        generator, discriminator = Generator(plan), Discriminator(plan)
        for network in (generator, discriminator):
            network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        optimisers = [torch.optim.Adam(network.parameters(), 1e-4, ADAM_BETAS) for network in (generator, discriminator)]
        times = []
        for _ in range(OPTIONS.steps):
            with autocast(device, precision):
                made = generator(latent)
                shown = made.detach().float().requires_grad_()
                of_real, of_made = (_any_loss(discriminator, some, latent.classes) for some in (images, shown))
            for optimiser in optimisers:
                optimiser.zero_grad(set_to_none=True)
            made.backward(torch.autograd.grad(of_made, shown, retain_graph=True)[0].to(made.dtype))
            (of_real - of_made).backward()
            for optimiser in optimisers:
                optimiser.step()
            of_real.item()
            times.append(time.perf_counter())
        rates.append((len(times[_WARM:]) - 1) / (times[-1] - times[_WARM]))
    return max(rates)


def _any_loss(discriminator: Discriminator, images: Tensor, classes: Tensor) -> Tensor:
    """A scalar that all weights have a gradient of, for next to nothing."""
    seen = discriminator(images, classes)
    return (images - seen.reconstruction).abs().mean() + seen.class_logits.square().mean() + seen.realism.square().mean()
