"""Which methods are compared with torch, with which settings, from where: the table both sides read."""

from __future__ import annotations

from typing import Any, NamedTuple

STEPS = 1000
STARTS = {"rosenbrock": (-1.2, 1.0), "himmelblau": (-0.5, -4.0), "beale": (1.0, 1.0)}


class Setting(NamedTuple):
    """kind: the method; lr: by objective, in the order of STARTS; options: other parameters; torch: the class
    in torch.optim; fixed: what only torch is told.
    """

    kind: str
    torch: str
    lr: tuple[float, float, float]
    options: dict[str, Any]
    fixed: dict[str, Any]

    def typed(self, objective: str) -> str:
        """The setting as typed on a command line."""
        said = {"lr": self.rate(objective), **self.options}
        return f"{self.kind}:" + ",".join(f"{name}={value}" for name, value in said.items())

    def rate(self, objective: str) -> float:
        return self.lr[list(STARTS).index(objective)]

    def group(self, objective: str) -> dict[str, Any]:
        """The options under the names that torch gives them."""
        given = dict(self.options)
        joined = {
            "betas": ("beta1", "beta2", 0.9, 0.999),
            "etas": ("eta_minus", "eta_plus", 0.5, 1.2),
            "step_sizes": ("step_min", "step_max", 1e-6, 50.0),
        }
        for name, (first, second, a, b) in joined.items():
            if first in given or second in given:
                given[name] = (given.pop(first, a), given.pop(second, b))
        return {"lr": self.rate(objective), **given, **self.fixed}


def _settings(
    kind: str, torch: str, lr: tuple[float, float, float], *options: dict[str, Any], **fixed: Any
) -> list[Setting]:
    """The settings of one method; an option lr replaces the common learning rates."""
    return [
        Setting(kind, torch, chosen.get("lr", lr), {k: v for k, v in chosen.items() if k != "lr"}, fixed)
        for chosen in options
    ]


# A path that hops about a minimum is chaotic: there rounding grows to the size of the hops, in torch itself
# from one processor to the next. The learning rates are such that no path gets there in STEPS steps.
SETTINGS = [
    *_settings("gradient-descent", "SGD", (5e-4, 1e-2, 1e-2),
               {}, {"weight_decay": 0.01}, {"weight_decay": 1.0}),
    *_settings("momentum", "SGD", (5e-4, 5e-3, 5e-3), {"momentum": 0.9},
               {"momentum": 0.8, "dampening": 0.5}, {"momentum": 0.5, "weight_decay": 0.1}),
    *_settings("nesterov", "SGD", (5e-4, 2e-3, 2e-3), {"momentum": 0.9}, {"momentum": 0.5},
               {"momentum": 0.8, "weight_decay": 0.1}, nesterov=True),
    *_settings("adagrad", "Adagrad", (0.5, 0.5, 0.5), {},
               {"lr_decay": 0.01, "initial_accumulator_value": 0.1}, {"weight_decay": 0.01, "eps": 1e-6}),
    *_settings("adadelta", "Adadelta", (0.02, 0.1, 0.003), {}, {"rho": 0.95, "eps": 1e-5},
               {"rho": 0.5, "weight_decay": 0.01}),
    *_settings("rmsprop", "RMSprop", (0.002, 0.01, 0.002), {},
               {"lr": (5e-4, 5e-3, 5e-3), "alpha": 0.9, "momentum": 0.5, "eps": 1.0},
               {"lr": (5e-5, 2e-3, 2e-3), "alpha": 0.95, "momentum": 0.8, "centered": True,
                "weight_decay": 0.01, "eps": 1.0}),
    *_settings("adam", "Adam", (0.01, 0.1, 0.05), {},
               {"lr": (2e-3, 0.02, 0.01), "beta1": 0.8, "beta2": 0.99, "eps": 1.0, "weight_decay": 0.01},
               {"beta1": 0.4, "eps": 1e-6, "amsgrad": True}),
    *_settings("adamw", "AdamW", (0.01, 0.1, 0.05), {}, {"beta1": 0.8, "weight_decay": 0.1},
               {"weight_decay": 0.05, "amsgrad": True}),
    *_settings("adamax", "Adamax", (0.05, 0.2, 0.1), {},
               {"lr": (1e-3, 0.01, 0.01), "beta1": 0.8, "beta2": 0.9, "eps": 1.0},
               {"weight_decay": 0.01, "eps": 1e-4}),
    *_settings("nadam", "NAdam", (0.01, 0.1, 0.05), {}, {"beta1": 0.8, "momentum_decay": 0.1},
               {"weight_decay": 0.05, "decoupled_weight_decay": True}),
    *_settings("radam", "RAdam", (1e-3, 0.01, 0.01), {},
               {"lr": (1e-3, 0.01, 0.01), "beta2": 0.9, "eps": 1.0},
               {"beta1": 0.8, "weight_decay": 0.05, "decoupled_weight_decay": True}),
    *_settings("asgd", "ASGD", (5e-4, 1e-2, 1e-2), {}, {"lambd": 0.01, "alpha": 0.5, "t0": 100.0},
               {"lambd": 1e-3, "t0": 10.0, "weight_decay": 0.01}),
    *_settings("rprop", "Rprop", (0.1, 0.1, 0.1), {}, {"eta_minus": 0.3, "eta_plus": 1.1},
               {"step_min": 1e-4, "step_max": 0.5}),
]


class Planned(NamedTuple):
    """A schedule as typed, and torch's: classes with their options, one after the other at the milestones."""

    typed: str
    torch: tuple[tuple[str, dict[str, Any]], ...]
    milestones: tuple[int, ...] = ()


SCHEDULE_STEPS = 150
SCHEDULES = [
    Planned("constant", (("ConstantLR", {"factor": 1.0}),)),
    Planned("step:step_size=7,gamma=0.5", (("StepLR", {"step_size": 7, "gamma": 0.5}),)),
    Planned("step", (("StepLR", {"step_size": 30}),)),
    Planned("multi-step", (("MultiStepLR", {"milestones": [30, 80]}),)),
    Planned("multi-step:milestones=5|5|40|90,gamma=0.3",
            (("MultiStepLR", {"milestones": [5, 5, 40, 90], "gamma": 0.3}),)),
    Planned("exponential", (("ExponentialLR", {"gamma": 0.98}),)),
    Planned("exponential:gamma=0.9", (("ExponentialLR", {"gamma": 0.9}),)),
    Planned("polynomial", (("PolynomialLR", {"total_iters": 100}),)),
    Planned("polynomial:total_iters=60,power=2.5", (("PolynomialLR", {"total_iters": 60, "power": 2.5}),)),
    Planned("cosine", (("CosineAnnealingLR", {"T_max": 100}),)),
    Planned("cosine:t_max=40,eta_min=0.01", (("CosineAnnealingLR", {"T_max": 40, "eta_min": 0.01}),)),
    Planned("cosine-restarts", (("CosineAnnealingWarmRestarts", {"T_0": 50}),)),
    Planned("cosine-restarts:t_0=10,t_mult=2,eta_min=0.001",
            (("CosineAnnealingWarmRestarts", {"T_0": 10, "T_mult": 2, "eta_min": 0.001}),)),
    Planned("linear-warmup", (("LinearLR", {"total_iters": 10}), ("ConstantLR", {"factor": 1.0})), (10,)),
    Planned("linear-warmup:steps=20,start_factor=0.1,then=cosine(t_max=50)",
            (("LinearLR", {"total_iters": 20, "start_factor": 0.1}), ("CosineAnnealingLR", {"T_max": 50})),
            (20,)),
    Planned("linear-warmup:steps=5,then=linear-warmup(steps=8,then=exponential(gamma=0.95))",
            (("LinearLR", {"total_iters": 5}), ("LinearLR", {"total_iters": 8}),
             ("ExponentialLR", {"gamma": 0.95})), (5, 13)),
    Planned("one-cycle", (("OneCycleLR", {"total_steps": 100}),)),
    Planned("one-cycle:total_steps=150,pct_start=0.4,anneal_strategy=linear,div_factor=10,final_div_factor=50",
            (("OneCycleLR", {"total_steps": 150, "pct_start": 0.4, "anneal_strategy": "linear",
                             "div_factor": 10.0, "final_div_factor": 50.0}),)),
    Planned("one-cycle:total_steps=90,pct_start=0.25,three_phase=true",
            (("OneCycleLR", {"total_steps": 90, "pct_start": 0.25, "three_phase": True}),)),
    Planned("one-cycle:total_steps=20,pct_start=0.0",
            (("OneCycleLR", {"total_steps": 20, "pct_start": 0.0}),)),
]
