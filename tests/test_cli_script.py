"""`gdviz script`: what it prints, where it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from test_script import printed

from gdviz.cli import main


def test_that_the_printed_program_lands_where_the_run_does(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--objective", "booth", "--optimizer", "gradient-descent:lr=0.1", "--steps", "200"]
    assert main(["script", *words, "--start=-8,5"]) == 0
    ((x, loss),) = printed(capsys.readouterr().out)
    np.testing.assert_allclose(x, (1.0, 3.0), rtol=1e-9)
    assert loss < 1e-9


def test_that_a_program_is_written_to_a_file_and_what_it_lacks_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "program.py"
    assert main(["script", "preconditioning", "--torch", "--out", str(file)]) == 0
    assert "import torch" in file.read_text(encoding="utf-8")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == ("gdviz: left out: Diagonal preconditioning: "
                        "preconditioned: torch.optim has no such method\n")


def test_that_what_has_no_program_is_one_line_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["script", "newton-maximum", "--torch"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "gdviz: newton: torch.optim has no such method\n"
