"""Tables from files: what is read, what is said, what is refused."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gdviz import library, scenario_file
from gdviz.assets import resource
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION, Table
from gdviz.entry import Entry
from gdviz.scenario import Scenario
from gdviz.values import SpecError

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes, name: str = "samples.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def read(path: Path, **options: object) -> Table:
    return Csv(path=str(path), **options).table


def said(table: Table) -> str:
    return "; ".join(map(str, table.assumed))


PLAIN = "x,y\n1,2\n2,4.5\n3,6e0\n"


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        (PLAIN.encode(), []),
        (codecs.BOM_UTF8 + PLAIN.encode(), []),
        (PLAIN.replace("\n", "\r\n").encode(), []),
        (PLAIN.replace("\n", "\r").encode(), []),
        (PLAIN.rstrip().encode(), []),
        (PLAIN.encode("utf-16"), ["read as UTF-16"]),
        (PLAIN.encode("utf-16-le"), ["read as UTF-16"]),
        (PLAIN.encode("utf-16-be"), ["read as UTF-16"]),
        (PLAIN.replace(",", ";").encode(), ["parted by semicolon"]),
        (PLAIN.replace(",", "\t").encode(), ["parted by tab"]),
        (PLAIN.replace(",", "|").encode(), ["parted by bar"]),
        (PLAIN.replace(",", " ").encode(), ["parted by space"]),
        (PLAIN.replace(",", "   ").replace("\n", "  \n  ").encode(), ["parted by space"]),
        (PLAIN.replace(",", ";").replace(".", ",").encode(), ["parted by semicolon", "decimal comma"]),
        (PLAIN.replace(",", "\t").replace(".", ",").encode(), ["parted by tab", "decimal comma"]),
        (PLAIN.replace(",", " ").replace(".", ",").encode(), ["parted by space", "decimal comma"]),
        (b"sep=;\n" + PLAIN.replace(",", ";").encode(), []),
        (b"# made by hand\n#\n" + PLAIN.encode(), ["2 lines with # before the table"]),
        (b"\n\n" + PLAIN.replace("\n", "\n\n").encode(), []),
        (b'"x","y"\n"1","2"\n"2","4.5"\n"3","6"\n', []),
        (b"x, y\n1, 2\n 2, 4.5\n3 , 6\n", []),
        (b"x,y,\n1,2,\n2,4.5,\n3,6,\n", ["column 3 is called 'column 3'"]),
        (b"1,2\n2,4.5\n3,6\n", ["there is no header: the columns are called x1, y"]),
        (b"x,y\n1,2\nNA,7\n2,4.5\n3,6\n4,\n5\n", ["3 rows with missing cells are left out: 3, 6, 7"]),
    ],
)
def test_that_a_table_is_read_however_it_is_written(
    write: Write, content: bytes, remarks: list[str]
) -> None:
    table = read(write(content), features="x" if b"x" in content or b"\0" in content else "x1", target="y")
    assert table.features.tolist() == [[1.0], [2.0], [3.0]]
    assert table.targets.tolist() == [[2.0], [4.5], [6.0]]
    assert table.task == REGRESSION
    for remark in remarks:
        assert remark in said(table)
    assert bool(remarks) == bool(table.assumed)


def test_that_gb18030_with_chinese_headers_is_read(write: Write) -> None:
    content = "面积,房间数,价格\n50,2,120\n80,3,210\n".encode("gb18030")
    table = read(write(content, "房价.csv"))
    assert table.feature_names == ("面积", "房间数")
    assert table.target_names == ("价格",)
    assert table.features.tolist() == [[50.0, 2.0], [80.0, 3.0]]
    assert "read as GB18030" in said(table)
    assert "features: 面积, 房间数; target: 价格" in said(table)
    assert read(write(content, "房价.csv"), target="面积", features="价格|房间数").targets[0, 0] == 50.0


def test_that_texts_as_target_become_numbered_classes(write: Write) -> None:
    table = read(write("width,species\n1.5,setosa\n2,virginica\n2.5,setosa\n"))
    assert table.task == CLASSES
    assert table.classes == ("setosa", "virginica")
    assert table.targets.tolist() == [[0.0], [1.0], [0.0]]
    assert "the classes of 'species' are numbered: 0 = setosa, 1 = virginica" in said(table)
    problem = DataProblem(model=Model.parse("logistic"), data=Csv(path=str(write(
        "width,species\n1.5,setosa\n2,virginica\n2.5,setosa\n"))))
    assert problem.dimension == 2


def test_that_numbers_become_classes_or_labels_on_request(write: Write) -> None:
    path = write("x,a,b\n1,1,0\n2,2.0,1\n3,1,1\n4,10,0\n")
    table = read(path, target="a", features="x", task="classes")
    assert table.classes == ("1", "2", "10")
    assert table.targets[:, 0].tolist() == [0.0, 1.0, 0.0, 2.0]
    assert read(path, target="b", task="labels").task == LABELS
    with pytest.raises(SpecError, match=r"row 3, column 'a': a label is 0 or 1, not 2\.0"):
        read(path, target="a|b", task="labels")


def test_that_several_targets_are_read(write: Write) -> None:
    table = read(write("a,b,c\n1,2,3\n4,5,6\n"), target="b|c")
    assert table.targets.tolist() == [[2.0, 3.0], [5.0, 6.0]]
    assert table.feature_names == ("a",)


@pytest.mark.parametrize("cell", ["nan", "-nan", "-nan(ind)", "1.#QNAN", "#DIV/0!", "#VALUE!"])
def test_that_what_programs_write_for_no_number_is_missing_in_any_column(write: Write, cell: str) -> None:
    for rows in (f"1,{cell}\n2,{cell}\n3,{cell}\n4,5\n6,7\n", f"{cell},1\n{cell},2\n{cell},3\n4,5\n6,7\n"):
        table = read(write("x,y\n" + rows))
        assert table.task == REGRESSION
        assert table.targets.tolist() == [[5.0], [7.0]]
        assert "3 rows with missing cells are left out: 2, 3, 4" in map(str, table.assumed)


def test_that_columns_that_are_not_used_may_hold_anything(write: Write) -> None:
    table = read(write("id,x,y\nfirst,1,2\n,2,4\nthird,3,6\n"), features="x", target="y")
    assert table.terms == 3


def test_that_one_row_is_enough(write: Write) -> None:
    problem = DataProblem(model=Model.parse("linear"), data=Csv(path=str(write("x,y\n2,3\n"))))
    assert problem.terms == 1
    assert problem.lowest() == pytest.approx(0.0, abs=1e-25)
    assert np.isfinite(problem.box).all()
    standard = DataProblem(model=Model.parse("linear"), data=Csv(path=problem.data.path, standardise=True))
    assert np.isfinite(standard.inputs).all()


def test_that_a_million_rows_are_read(write: Write) -> None:
    rng = np.random.default_rng(0)
    block = "\n".join(f"{a},{b},{a + b}" for a, b in rng.integers(0, 9, (1000, 2)).tolist())
    table = read(write("a,b,sum\n" + "\n".join([block] * 1000)))
    assert table.terms == 1_000_000
    assert np.array_equal(table.features.sum(axis=1), table.targets[:, 0])


@pytest.mark.parametrize(
    ("content", "options", "sentence"),
    [
        ("", {}, "is empty"),
        ("\n\n", {}, "there are no rows"),
        ("x,y\n", {}, "there are no rows below the header"),
        ("x,y\n1,\n,2\n", {}, "no row has all the cells that are needed"),
        ("x,y\n1,2\n3,4\n5,six\n", {}, r"row 4, column 'y': 'six' is not a finite number"),
        ("x,y\n1,2\n\n3,inf\n", {}, r"row 4, column 'y': 'inf' is not a finite number"),
        ("x,y\n3,inf\n4,1e999\n", {}, r"row 2, column 'y': 'inf' is not a finite number"),
        ("x,y\n1,2\n3,∞\n4,-∞\n5,1.#INF\n", {}, r"row 3, column 'y': '∞' is not a finite number"),
        ("x,y\n1,2\n1_000,4\n", {}, r"row 3, column 'x': '1_000' is not"),
        ("city,y\nParis,2\nRome,3\n", {}, r"row 2, column 'city': 'Paris' is not"),
        ("x,y\n1,2\n3,4,5\n", {}, "row 3 has 3 cells, but there are 2 columns"),
        ("x\n1\n2\n", {}, "only one column is there"),
        ("x,y\n1,2\n", {"target": "z"}, "no column 'z'; there are x, y"),
        ("height,weight\n1,2\n", {"target": "wieght"}, "did you mean 'weight'"),
        ("x,y\n1,2\n", {"features": "y", "target": "y"}, "column 'y' is chosen twice"),
        ("x,y\n1,2\n", {"target": "x|y"}, "no column is left for the features"),
        ("x,y,z\na,b,c\nd,e,f\n", {"target": "y|z", "features": "x"}, "classes stand in one column"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, {}, "is not text"),
        (b"x,y\n1,2\n\xff\xff,3\n", {}, "is not text in UTF-8, UTF-16 or GB18030"),
        (b"\xb1\xea,y\n1,2\n", {"encoding": "utf-8"}, "is not text in UTF-8"),
        ("x,y\n" + "\n".join(f"{i},c{i}" for i in range(101)), {}, "column 'y' has 101 classes"),
        ("x," * 100_000 + "y\n", {}, "at most 1000 columns, not 100001"),
        ('x,y\n"' + "1" * 140_000, {}, "field larger than field limit"),
    ],
)
def test_that_what_cannot_be_read_is_refused_in_one_sentence(
    write: Write, content: str | bytes, options: dict[str, str], sentence: str
) -> None:
    path = write(content)
    with pytest.raises(SpecError, match=sentence) as raised:
        read(path, **options)
    assert "samples.csv" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_that_files_that_are_no_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="cannot be read: No such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(SpecError, match="cannot be read: it is a folder"):
        read(tmp_path)
    with pytest.raises(SpecError, match="path is needed"):
        Csv().draw()
    with pytest.raises(SpecError, match="cannot be read"):
        Csv(path="a\0b").draw()


def test_that_what_the_user_says_is_not_guessed(write: Write) -> None:
    path = write("1,5;2,5\n3,5;4,5\n")
    assert read(path).features.tolist() == [[1.5], [3.5]]
    assert read(path, decimal="comma", delimiter="semicolon").targets.tolist() == [[2.5], [4.5]]
    with pytest.raises(SpecError, match="'3,5' is not a finite number"):
        read(path, decimal="point", delimiter="semicolon")
    headed = read(write("2019,2020\n1,2\n3,4\n"), header="yes")
    assert headed.feature_names == ("2019",)
    assert headed.terms == 2
    bare = read(write("2019,2020\n1,2\n3,4\n"), header="no")
    assert bare.feature_names == ("x1",)
    assert bare.terms == 3


def test_that_repeated_and_missing_names_are_made_unique(write: Write) -> None:
    table = read(write("a,a,,y\n1,2,3,4\n5,6,7,8\n"))
    assert table.feature_names == ("a", "a (2)", "column 3")


def test_that_the_fast_and_the_careful_reader_agree(write: Write) -> None:
    rows = "\n".join(f"{a!r},{b!r}" for a, b in np.random.default_rng(2).normal(size=(50, 2)).tolist())
    fast = read(write("a,b\n" + rows))
    other = write("a,b,c\n" + rows.replace("\n", ",t\n") + ",t", "other.csv")
    careful = read(other, features="a", target="b")
    assert np.array_equal(fast.features, careful.features)
    assert np.array_equal(fast.targets, careful.targets)


def test_that_a_changed_file_is_another_data_set(write: Write) -> None:
    first = Csv(path=str(write("x,y\n1,2\n")))
    assert Csv(path=first.path) == first
    write("x,y\n1,2\n3,4\n")
    second = Csv(path=first.path)
    assert second != first
    assert second.table.terms == 2


def test_that_a_preview_shows_the_cells_as_they_stand(write: Write) -> None:
    sheet = Csv(path=str(write("a;b\n1,5;x\n2,5;y\n"))).sheet()
    assert sheet.names == ("a", "b")
    assert sheet.preview(1) == [["1,5", "x"]]
    assert sheet.comma


def test_that_a_scenario_and_its_data_can_move_together(write: Write, tmp_path: Path) -> None:
    data = Csv(path=str(write("x,y\n1,2\n2,4\n")))
    problem = DataProblem(model=Model.parse("linear"), data=data)
    made = Scenario(objective=problem, runs=(Entry.parse("adam"),), starts=(problem.start,))
    scenario_file.save(made, tmp_path / "fit.toml")
    assert 'path = "samples.csv"' in (tmp_path / "fit.toml").read_text()
    assert scenario_file.load(tmp_path / "fit.toml") == made
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("fit.toml", "samples.csv"):
        (tmp_path / name).rename(elsewhere / name)
    moved = scenario_file.load(elsewhere / "fit.toml")
    assert moved.objective.dimension == 2
    scenario_file.save(moved, elsewhere / "again.toml")
    assert Dataset.from_dict(moved.to_dict()["data"]).table.terms == 2


def test_that_shipped_data_are_found_wherever_the_scenario_is_saved(tmp_path: Path) -> None:
    shipped = library.shipped("network-wave")
    named = shipped.objective.data.path
    assert not Path(named).is_absolute()
    for data in (Csv(path=named), Csv(path=str(resource("scenarios", "wave.csv")))):
        path = tmp_path / "elsewhere.toml"
        problem = replace(shipped.objective, data=replace(shipped.objective.data, path=data.path))
        scenario_file.save(replace(shipped, objective=problem), path)
        assert str(resource("scenarios")) not in path.read_text()
        assert scenario_file.load(path).objective.table.terms == 80
        assert scenario_file.loads(scenario_file.dumps(scenario_file.load(path))).objective.table.terms == 80


@pytest.mark.parametrize("path", ["shipped:", "shipped:../LICENSE", "shipped:none.csv"])
def test_that_no_other_file_can_be_reached_by_a_shipped_name(path: str) -> None:
    with pytest.raises(SpecError, match="cannot be read"):
        _ = Csv(path=path).table
