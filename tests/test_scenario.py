"""The document: read, written, refused."""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz import library, scenario_file
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Entry, Scenario
from gdviz.values import SpecError

SHIPPED = pytest.mark.parametrize("name", library.names())


REST = "\n[objective]\nkind = 'ravine'\n[[runs]]\nkind='adam'"


def small() -> Scenario:
    return Scenario(objective=Objective.parse("ravine"), runs=(Entry(Optimizer.parse("adam")),),
                    starts=((-5.0, -2.0),))


@SHIPPED
def test_that_a_shipped_scenario_reads_back_and_runs(name: str) -> None:
    shown = library.shipped(name)
    assert scenario_file.loads(scenario_file.dumps(shown)) == shown
    assert shown.title
    assert shown.text


def test_that_every_value_is_written() -> None:
    table = tomllib.loads(scenario_file.dumps(small()))
    assert table["format"] == 1
    assert table["batch_size"] == "full"
    assert set(table["runs"][0]) >= {"kind", "lr", "beta1", "beta2", "eps", "schedule", "slot", "hidden"}


@given(st.floats(min_value=-1e12, max_value=1e12),
       st.floats(min_value=1e-300, max_value=1e300), st.text(max_size=40))
def test_that_any_number_and_text_reads_back_exactly(start: float, lr: float, title: str) -> None:
    entry = Entry(Optimizer.named("adam")(lr=lr), 3, title.strip()[:20], True)
    written = replace(small(), starts=((start, -start),), runs=(entry,), title=title)
    if "\r" not in title:  # TOML has no way to tell a lone carriage return from a line's end
        assert scenario_file.loads(scenario_file.dumps(written)) == written


@pytest.mark.parametrize(("text", "said"), [
    ("format = 2", "format must be 1, not '2'"),
    ("format = true", "format must be 1"),
    ("", "format is missing"),
    ("format = 1", "the key 'objective' is missing"),
    ("format = 1\nobjective = 3\nruns = []", "objective: a table with a key 'kind' is needed"),
    ("format = 1\n[objective]\nkind = 'ravin'\n[[runs]]\nkind='adam'", "did you mean 'ravine'?"),
    ("format = 1\nstep = 4" + REST, "did you mean 'steps'?"),
    ("format = 1\nruns = []\n[objective]\nkind = 'ravine'", "at least one run"),
    ("format = 1\nruns = 7\n[objective]\nkind = 'ravine'", "'runs' must be a list"),
    ("format = 1\nruns = [1]\n[objective]\nkind = 'ravine'", "each of 'runs' must be a table"),
    ("format = 1\nstarts = []" + REST, "at least one start"),
    ("format = 1\nstarts = [[1.0]]" + REST,
     "a start of ravine needs 2 coordinates, not 1"),
    ("format = 1\nstarts = ['ab']" + REST, "start must be numbers"),
    ("format = 1\nstarts = [[nan, 1.0]]" + REST, "start must be in"),
    ("format = 1\nstarts = [[1e400, 1.0]]" + REST, "start must be in"),
    ("format = 1\nstarts = [[1e13, 1.0]]" + REST, "start must be in [-1e12, 1e12]"),
    ("format = 1\nsteps = 1.5" + REST, "a whole number"),
    ("format = 1\nsteps = 0" + REST, "steps must be in [1, 1000000]"),
    ("format = 1\nsteps = 999999\nstarts = [" + "[1.0, 1.0]," * 40 + "]\n[objective]\nkind = 'ravine'\n"
     "[[runs]]\nkind='adam'", "runs × starts × steps"),
    ("= 3", "line 1"),
    ("a = " + "[" * 5000, "nested too deeply"),
])  # fmt: skip
def test_that_a_damaged_document_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(SpecError) as caught:
        scenario_file.loads(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_that_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    binary, large = tmp_path / "binary.toml", tmp_path / "large.toml"
    binary.write_bytes(b"\xff\xfe\x00\x01" * 9)
    large.write_bytes(b"#" * (scenario_file.LARGEST + 1))
    for path, said in ((binary, "not UTF-8"), (large, "larger than")):
        with pytest.raises(SpecError, match=said):
            scenario_file.load(path)


def test_that_saving_replaces_the_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    scenario_file.save(small(), path)
    scenario_file.save(replace(small(), steps=7), path)
    assert scenario_file.load(path).steps == 7
    assert list(tmp_path.iterdir()) == [path]


def test_that_saving_through_a_link_and_under_the_longest_name_works(tmp_path: Path) -> None:
    path, link = tmp_path / f"{'长' * 83}.toml", tmp_path / "link.toml"
    scenario_file.save(small(), path)
    link.symlink_to(path)
    scenario_file.save(replace(small(), steps=7), link)
    assert link.is_symlink()
    assert scenario_file.load(path).steps == 7


def test_that_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.toml"
    scenario_file.save(small(), path)
    before = path.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        scenario_file.save(replace(small(), steps=7), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_that_another_objective_of_the_same_kind_keeps_the_start() -> None:
    moved = replace(small(), starts=((1.0, 1.0),))
    assert moved.with_objective(Objective.parse("ravine")).starts == ((1.0, 1.0),)
    assert moved.with_objective(Objective.parse("parabola")).starts == ((10.0,),)


def test_that_a_start_that_is_moved_too_far_stays_where_starts_may_be() -> None:
    two = replace(small(), starts=((-5.0, -2.0), (1.0, 1.0)))
    assert two.with_start(1, (3.0, -1e300)).starts == ((-5.0, -2.0), (3.0, -1e12))


def test_that_a_new_run_gets_a_colour_that_no_other_has() -> None:
    runs = tuple(Entry(Optimizer.parse("adam"), slot) for slot in (0, 1, 3))
    assert replace(small(), runs=runs).free_slot() == 2


def test_that_a_name_that_is_nearly_shipped_is_offered() -> None:
    with pytest.raises(SpecError, match="did you mean 'ravine'"):
        library.find("ravin")
    assert not math.isnan(library.find("ravine").noise)
