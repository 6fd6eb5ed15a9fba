"""What runs, lists and refusals are called in the chosen language."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Entry, Scenario
from gdviz.ui.language import in_order, install, name_of, tr


def test_that_lists_are_in_the_order_in_which_a_reader_seeks(qapp: QApplication) -> None:
    def labels(language: str) -> list[str]:
        install(qapp, language)
        return [tr(made.label, "catalogue") for _, made in in_order(Optimizer.catalogue, tr)]

    chinese, latin_names = labels("zh_CN"), labels("en")
    sought = ["动量法", "符号梯度下降", "牛顿法", "梯度下降"]  # dòng, fú, niú, tī
    assert [label for label in chinese if label in sought] == sought
    assert latin_names == sorted(latin_names, key=lambda label: label.casefold().replace("-", " "))


def test_that_what_tells_runs_apart_is_said_in_words(qapp: QApplication) -> None:
    line_search = Optimizer.named("line-search")
    differing = [line_search(search="armijo"), line_search(search="exact")]
    base = library.shipped("ravine")
    runs = Scenario(objective=base.objective, runs=tuple(map(Entry, differing)), starts=base.starts)
    assert [name_of(name, tr) for name in runs.names()] == ["search = armijo", "search = exact"]
    install(qapp, "zh_CN")
    said = [name_of(name, tr) for name in runs.names()]
    adam = Optimizer.named("adam")
    runs = Scenario(objective=base.objective, starts=base.starts, runs=(
        Entry(adam(lr=1e-5)), Entry(adam(schedule={"kind": "cosine"})), Entry(line_search()),
    ))  # fmt: skip
    said += [name_of(name, tr) for name in runs.names()]
    install(qapp, "en")
    assert said == [
        "搜索方式 = Armijo", "搜索方式 = 精确", "Adam η = 1e-05, 学习率调度 = 恒定",
        "Adam η = 0.1, 学习率调度 = 余弦退火", "最速下降（线搜索）",
    ]  # fmt: skip
