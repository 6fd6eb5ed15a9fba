"""Every word of the window can be translated, and is: nothing bypasses the translators, nothing is stale."""

from __future__ import annotations

import ast
import errno
import re
from pathlib import Path
from string import Formatter

import pytest
import words

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.objectives.formula import Formula
from gdviz.ui.language import plain, refusal
from gdviz.values import SpecError

CHINESE = words.translations(words.SOURCES)
# Names, and notation that is typed as it stands: the same in every language.
NAMES = {
    "ASGD", "AMSGrad", "Ackley", "AdaBelief", "AdaGrad", "AdaMax", "Adadelta", "Adam", "AdamW", "Armijo",
    "csv", "BFGS", "Beale",
    "Bird", "Bohachevsky", "Booth", "Branin", "Bukin", "CG", "CSV", "Ctrl", "Dixon", "Easom",
    "English", "Fletcher", "Forrester", "Freudenstein", "GB", "GD", "Goldstein", "Gramacy", "Griewank",
    "Hestenes", "Himmelblau", "Hölder", "Leaky", "Lee", "Levy", "Lion", "MP", "Matyas", "McCormick", "Mead",
    "NumPy", "PyTorch",
    "Michalewicz", "NAdam", "Nelder", "Nesterov", "Polak", "Polyak", "Price", "QHAdam", "QHM", "RAdam",
    "RMSprop", "ReLU", "Rastrigin", "Reeves", "Ribière", "Rosenbrock", "Roth", "Rprop", "SGD", "Schaffer",
    "Schwefel", "Shubert", "Sigmoid", "Softmax", "Stiefel", "Styblinski", "TOML", "Tang", "Trid", "UTF",
    "Wolfe", "Yogi", "Zakharov", "av", "cos", "f_star", "false", "format", "gdviz", "install", "kind", "pca",
    "pip", "runs", "tanh", "true", "video", "where",
}  # fmt: skip
VISIBLE = (
    "QLabel", "addAction", "addButton", "addItem", "addMenu", "insertItem", "setAccessibleDescription",
    "setAccessibleName", "setDetailedText", "setInformativeText", "setLabelText", "setPlaceholderText",
    "setStatusTip", "setText", "setToolTip", "setWhatsThis", "setWindowTitle",
)  # fmt: skip


def chinese(text: str, context: str = "window") -> str:
    return CHINESE[context, text]


def latin(text: str) -> set[str]:
    """The words of two and more Latin letters in a text, those in {braces} apart."""
    return set(re.findall(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ_]+", re.sub(r"\{[^}]*\}", " ", text)))


def places(text: str) -> list[str]:
    """The names in braces, which values take the place of."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def calls(names: tuple[str, ...]) -> list[tuple[Path, ast.Call]]:
    """Every call of one of these in what the window is made of."""
    return [
        (path, node)
        for path, tree in words.trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args and words.called(node) in names
    ]


def test_that_every_word_has_its_chinese_and_none_is_left_over() -> None:
    assert set(words.words()) == set(CHINESE)


def test_that_what_qt_loads_is_made_of_what_is_written(tmp_path: Path) -> None:
    words.release(words.SOURCES, tmp_path / "new.qm")
    assert words.SOURCES.with_suffix(".qm").read_bytes() == (tmp_path / "new.qm").read_bytes()


def test_that_no_place_for_a_value_is_lost() -> None:
    lost = {text: said for (_, text), said in CHINESE.items() if places(text) != places(said)}
    assert not lost


def test_that_sentences_end_as_in_english_and_points_are_chinese() -> None:
    ends = {".": "。", "…": "…", "?": "？"}
    wrong = {said for (_, text), said in CHINESE.items() if said[-1] != ends.get(text[-1], said[-1])}
    assert not wrong
    assert not {said for said in CHINESE.values() if re.search(r"[\u4e00-\u9fff][,;:?!.]", said)}


def test_that_only_names_stay_latin() -> None:
    spoken = {said: re.sub("“[^”]*”", " ", said) for said in CHINESE.values()}  # quoted: as it is typed
    left = {said: latin(text) - NAMES for said, text in spoken.items() if latin(text) - NAMES}
    assert not left


def test_that_no_sentence_is_glued_together_before_it_is_translated() -> None:
    glued = [
        f"{path.name}: {ast.unparse(node)}"
        for path, node in calls(words.TRANSLATORS)
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
        or (isinstance(node.args[0], ast.Call) and words.called(node.args[0]) == "format")
    ]
    assert not glued


def test_that_nothing_is_shown_without_asking_the_translators() -> None:
    bare = [
        f"{path.name}: {ast.unparse(node)}"
        for path, node in calls(VISIBLE)
        for argument in node.args
        for part in ([argument, *argument.values] if isinstance(argument, ast.JoinedStr) else [argument])
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and latin(re.sub(r"<[^>]*>", " ", part.value)) - NAMES
    ]
    assert not bare


@pytest.mark.parametrize("formula", [
    "", "x +", "x)", "(x", "x y z", "sinn(x)", "sin", "sin(x, y)", "q", "x # 2", "x^99", "9^60^60", "x < 1",
    "where(x, 1, 2)", "1e99", "x" * 401, "sin(" * 60 + "x" + ")" * 60, "+".join("x" * 190),
])  # fmt: skip
def test_that_every_fault_of_a_formula_can_be_said_in_chinese(formula: str) -> None:
    with pytest.raises(SpecError) as fault:
        Formula(f=formula)
    assert ("refused", fault.value.template) in CHINESE


def test_that_a_refusal_is_chinese_to_its_last_word() -> None:
    with pytest.raises(SpecError) as fault:
        Formula(f="sinn(x)")
    assert "未知的函数“sinn”；是否想输入 'sin'？" in refusal(fault.value, chinese)
    assert refusal(fault.value, plain) == str(fault.value)
    assert refusal(PermissionError(13, "Permission denied"), chinese) == "没有权限"


def test_that_what_a_system_says_of_a_file_is_chinese_whatever_language_it_speaks(tmp_path: Path) -> None:
    assert refusal(OSError(errno.ENOSPC, "Auf dem Gerät ist kein Platz"), chinese) == "磁盘空间已满"
    assert refusal(OSError(errno.EPIPE, "Broken pipe"), plain) == "Broken pipe"
    long = "a" * 9999
    refused = {str(tmp_path): "这是一个文件夹", long: "文件名过长", "/dev/zero": "这不是普通文件"}
    for path, said in refused.items():
        with pytest.raises(SpecError) as fault:
            _ = Csv(path=path).table
        assert refusal(fault.value, chinese) == f"{path[:200]}：无法读取：{said}"
