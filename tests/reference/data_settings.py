"""Which models, losses and trainings are compared with torch: the table both sides read."""

from __future__ import annotations

from gdviz.engine.batches import Batches

SEED = 3  # of the batches

# name: model and data set
PROBLEMS: dict[str, tuple[str, str]] = {
    "proportional": ("proportional", "three-points"),
    "linear": ("linear", "line:n=12"),
    "polynomial": ("polynomial:degree=3", "line:n=12,low=-1,high=1"),
    "two-targets": ("linear", "two-targets:n=12"),
    "logistic": ("logistic", "moons:n=14"),
    "softmax": ("softmax", "blobs:n=14"),
    "multi-label": ("multi-label", "multi-label:n=14"),
    "network-classes": ("network:hidden=3", "blobs:n=14"),
    "network-labels": ("network:hidden=3,activation=sigmoid", "multi-label:n=14"),
    "network-line": ("network:hidden=4,activation=relu", "line:n=12,low=-1,high=1"),
    "network-targets": ("network:hidden=3,activation=leaky-relu", "two-targets:n=12"),
    "network-moons": ("network:hidden=4,activation=identity", "moons:n=14"),
}
UPDATES = 60
# name: problem, optimizer as typed, batches
TRAININGS: dict[str, tuple[str, str, Batches]] = {
    "sgd": ("linear", "gradient-descent:lr=0.01", Batches(1)),
    "mini-batch": ("linear", "gradient-descent:lr=0.02", Batches(5)),
    "accumulated": ("logistic", "gradient-descent:lr=0.5", Batches(3, "sequential", 2)),
    "momentum": ("softmax", "momentum:lr=0.1,momentum=0.9", Batches(4, "replacement")),
    "adam": ("network-classes", "adam:lr=0.05", Batches(5)),
    "adam-full": ("network-line", "adam:lr=0.02", Batches()),
}
