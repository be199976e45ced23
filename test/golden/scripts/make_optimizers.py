"""Writes ../optimizers.json: weights after each step of PyTorch's optimizers, in float64.

Run with any PyTorch from 2.0 on:  python make_optimizers.py
Two weights, a matrix [2, 3] and a bias [3], are given fixed gradients (no model in between), so
that a difference can only come from the optimizer.
"""
import json
import math
import os

import torch

STEPS = 6
torch.set_default_dtype(torch.float64)


def numbers(shape, seed):
    count = math.prod(shape)
    values = [round(math.sin(1.7 * i + seed) * (1 + 0.3 * i), 4) for i in range(count)]
    return torch.tensor(values).reshape(shape)


SHAPES = {"matrix": (2, 3), "bias": (3,)}
FIRST = {name: numbers(shape, i) for i, (name, shape) in enumerate(SHAPES.items())}
GRADIENTS = [
    {name: numbers(shape, 10 * step + i) for i, (name, shape) in enumerate(SHAPES.items())}
    for step in range(STEPS)
]


def run(make, clip=None, schedule=None):
    weights = {name: torch.nn.Parameter(value.clone()) for name, value in FIRST.items()}
    optimizer = make(weights)
    scheduler = schedule(optimizer) if schedule else None
    history = []
    norms = []
    for gradients in GRADIENTS:
        for name, weight in weights.items():
            weight.grad = gradients[name].clone()
        if clip is not None:
            norms.append(torch.nn.utils.clip_grad_norm_(weights.values(), clip).item())
        optimizer.step()
        if scheduler:
            scheduler.step()
        history.append({name: weight.detach().flatten().tolist() for name, weight in weights.items()})
    return {"weights": history, "norms": norms}


def groups(weights):
    return [
        {"params": [weights["matrix"]], "weight_decay": 0.1},
        {"params": [weights["bias"]], "weight_decay": 0.0},
    ]


def linear(optimizer):
    """Up for 2 steps, down to 0 at step 8, as transformers' get_linear_schedule_with_warmup."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: step / 2 if step < 2 else max(0.0, (8 - step) / 6)
    )


CASES = {
    "sgd": run(lambda w: torch.optim.SGD(w.values(), lr=0.05)),
    "momentum": run(lambda w: torch.optim.SGD(w.values(), lr=0.05, momentum=0.9)),
    "adagrad": run(lambda w: torch.optim.Adagrad(w.values(), lr=0.05)),
    "adam": run(lambda w: torch.optim.Adam(w.values(), lr=0.01)),
    "adamw": run(lambda w: torch.optim.AdamW(groups(w), lr=0.01)),
    "clipped adamw with warm-up": run(lambda w: torch.optim.AdamW(groups(w), lr=0.01), 1.0, linear),
}

out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "optimizers.json")
with open(out, "w") as file:
    json.dump(
        {
            "source": f"torch {torch.__version__.split('+')[0]}, float64; scripts/make_optimizers.py",
            "first": {name: value.flatten().tolist() for name, value in FIRST.items()},
            "gradients": [
                {name: value.flatten().tolist() for name, value in step.items()}
                for step in GRADIENTS
            ],
            "cases": CASES,
        },
        file,
        indent=1,
    )
    file.write("\n")
