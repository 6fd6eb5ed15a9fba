"""The pictures: data and landscape over the loss. The window shows it, and exports draw it at any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from gdviz.engine.explanation.step import Explanation
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Point
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.below import Below
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveView
from gdviz.ui.views.data import DataView
from gdviz.ui.views.planes import Planes, parameters

if TYPE_CHECKING:
    from gdviz.ui.views.graph import GraphView
    from gdviz.ui.views.projection import Camera
    from gdviz.ui.views.surface import SurfaceView
    from gdviz.ui.views.view import View

LANDSCAPES = ("contour", "curve", "surface", "graph")
MOST_GROWN = 1.25  # times: the least heights do not grow with larger text, for both must fit a small window
VIEWS = (*LANDSCAPES, "data", "loss")


class Page(QSplitter):
    """Hands each frame to the views that can show it; passes on what the user's hand does there.

    `views` names what is shown: data, curve, contour, surface or graph for the landscape, loss; without any,
    all of them. Without samples there is no data view and no graph; of more than two parameters a plane is
    shown.
    start_moved(start, point), start_dropped(), run_chosen(run), sought(step), guessed(point),
    search_chosen(points, box), rate_moved(run, rate), rate_dropped().
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    sought = Signal(int)
    guessed = Signal(object)
    search_chosen = Signal(int, object)
    rate_moved = Signal(int, float)
    rate_dropped = Signal()

    def __init__(
        self, theme: Theme, tr: Translate, views: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("page")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._grid = False
        self._surface: SurfaceView | None = None
        self._planes = Planes(tr)
        self._as_surface = "surface" in views
        self._graph: GraphView | None = None
        self._as_graph = "graph" in views
        self.contour = ContourView(theme, tr)
        self.curve = CurveView(theme, tr)
        self.data = DataView(theme, tr)
        self.below = Below(theme, tr)
        self.loss = self.below.loss
        self.landscape = QStackedWidget()
        self._views = views
        for view in (self.contour, self.curve):
            self.landscape.addWidget(view)
            self._hear(view)
            view.guessed.connect(self.guessed)
            view.search_chosen.connect(self.search_chosen)
        self._shown: ContourView | CurveView | SurfaceView | GraphView = self.contour
        self.contour.plane_button.chosen.connect(self.show_plane)
        self.data.run_chosen.connect(self.run_chosen)
        self.below.run_chosen.connect(self.run_chosen)
        self.below.rate_moved.connect(self.rate_moved)
        self.below.rate_dropped.connect(self.rate_dropped)
        self.loss.sought.connect(self.sought)
        self.below.setMinimumHeight(round(160 * min(theme.scale, MOST_GROWN)))
        self.landscape.setMinimumHeight(round(180 * min(theme.scale, MOST_GROWN)))
        self._upper = QSplitter(Qt.Orientation.Horizontal)
        self._upper.setChildrenCollapsible(False)
        self._upper.setHandleWidth(1)
        for part in (self.data, self.landscape):
            part.setMinimumWidth(theme.px(120))
            self._upper.addWidget(part)
        self._upper.setSizes([500, 500])
        self.data.hide()
        self.addWidget(self._upper)
        self.addWidget(self.below)
        self.setStretchFactor(0, 69)
        self.setStretchFactor(1, 31)
        self.setSizes([690, 310])
        if views:
            self.landscape.setVisible(self._asked(*LANDSCAPES))
            self.below.setVisible(self._asked("loss"))
        if self._as_surface:
            self.surface()
        if self._as_graph:
            self.graph()

    @property
    def scale(self) -> float:
        """How large type and lines are, 1 for the usual size."""
        return self._theme.scale

    def _asked(self, *names: str) -> bool:
        """Whether one of these views is to be shown where it can be."""
        return not self._views or bool(set(names) & set(self._views))

    def views(self) -> list[View | SurfaceView | GraphView]:
        """The views that are shown, from top to bottom and left to right."""
        parts = [(self.data, self.data), (self.landscape, self._shown), (self.below, self.below.shown)]
        return [view for part, view in parts if part.isVisibleTo(self)]

    def fit(self) -> None:
        """Show all in every picture."""
        self.shown.fit()
        self.below.fit()

    def show_grid(self, on: bool) -> None:
        """Lines at the ticks of the landscape, whichever view shows it."""
        self._grid = on
        for view in (self.contour, self.curve):
            view.plot.showGrid(x=on, y=on, alpha=0.15)
        if self._surface is not None:
            self._surface.show_grid(on)

    def show_surface(self, on: bool) -> None:
        """Show the landscape of two parameters as a surface, or as a map."""
        self._as_surface = on
        if self._frame is not None:
            self.show_frame(self._frame)

    def show_graph(self, on: bool) -> None:
        """Show the computational graph of a data problem in the landscape's place."""
        self._as_graph = on
        if self._frame is not None:
            self.show_frame(self._frame)

    def graph(self) -> GraphView:
        """The computational graph, made when it is first asked for."""
        if self._graph is None:
            from gdviz.ui.views.graph import GraphView

            self._graph = GraphView(self._theme, self._tr)
            self._graph.sample_chosen.connect(self._mark)
            self.landscape.addWidget(self._graph)
        return self._graph

    def _mark(self) -> None:
        """Show among the data which sample the graph shows."""
        self.data.mark(self._graph.number if self._graph is not None and self._shown is self._graph else None)

    @property
    def sample(self) -> int:
        """Which sample of the batch the graph shows, from 1 on; 0 for all together."""
        return self._graph.sample if self._graph is not None else 0

    def show_plane(self, plane: str) -> None:
        """Show `pca`, the main directions of the chosen run's path, or the plane of two parameters `i,j`."""
        parameters(plane)
        self._planes.chosen = plane
        if self._frame is not None:
            self.show_frame(self._frame)

    @property
    def plane(self) -> str:
        """Which plane of many parameters is shown."""
        return self._planes.shown

    def _hear(self, view: ContourView | CurveView | SurfaceView) -> None:
        view.start_moved.connect(self._pass_start)
        view.start_dropped.connect(self._pass_drop)
        view.run_chosen.connect(self.run_chosen)

    def _pass_start(self, index: int, point: Point) -> None:
        self._planes.held = True
        if self._frame is not None:
            self.start_moved.emit(index, self._planes.whole(index, point, self._frame))

    def _pass_drop(self) -> None:
        self.start_dropped.emit()
        self._planes.held = False
        if self._frame is not None and self._planes.plane is not None:
            self.show_frame(self._frame)

    def finish(self) -> None:
        """Do at once what would go on in slices: for pictures."""
        if self._shown in (self.contour, self.curve, self._surface):
            self._shown.finish()
        self.below.finish()

    @property
    def basins(self) -> bool:
        """Whether what is shown tells where the chosen run would end from each place."""
        views = (self.contour, self.curve, self._surface)
        return any(view is self._shown and view.basins.shown for view in views if view is not None)

    def show_basins(self, on: bool) -> None:
        """Tell it, or not, on map, surface and curve."""
        self.contour.show_layers(replace(self.contour.layers, basins=on))
        self.curve.show_layers(replace(self.curve.layers, basins=on))
        if self._surface is not None:
            self._surface.show_basins(on)

    @property
    def cameras(self) -> tuple[Camera, Camera | None] | None:
        """From where the surface is seen, and where a reset leads to; None while it is not shown."""
        canvas = self._surface.canvas if self._surface is not None and self._shown is self._surface else None
        return None if canvas is None else (canvas.camera, canvas.home)

    def settle(self, camera: Camera, home: Camera | None) -> None:
        """See the surface, if it is shown, from there."""
        if self._surface is not None and self._shown is self._surface:
            self._surface.canvas.settle(camera, home)

    def surface(self) -> SurfaceView:
        """The surface, made when it is first asked for: a start needs neither its code nor its widgets."""
        if self._surface is None:
            from gdviz.ui.views.surface import SurfaceView

            self._surface = SurfaceView(self._theme, self._tr)
            self._hear(self._surface)
            self._surface.basins_chosen.connect(self.show_basins)
            self._surface.plane_button.chosen.connect(self.show_plane)
            self._surface.show_grid(self._grid)
            self.landscape.addWidget(self._surface)
        return self._surface

    def take_keys(self) -> None:
        """Give the pictures the keys."""
        self.show()  # not only with the next layout: what is hidden takes no focus
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> ContourView | CurveView | SurfaceView | GraphView | DataView:
        """The landscape view that fits the objective; the data where they stand alone."""
        if self.data.isVisibleTo(self) and not self.landscape.isVisibleTo(self):
            return self.data
        return self._shown

    def show_frame(self, frame: Frame) -> None:
        """Draw a frame; the landscape is a curve for one parameter, a map or a surface for two."""
        self._frame = frame
        view = self._fitting(frame)
        if self._shown is not view:
            focused = QApplication.focusWidget()
            if focused is not None and self._shown.isAncestorOf(focused):
                self.take_keys()  # else Qt would give them to any field
            self._shown = view
            self.landscape.setCurrentWidget(view)
        flat = self._asked(*LANDSCAPES)
        samples = isinstance(frame.objective, DataProblem) and self._asked("data")
        for part, on in ((self._upper, flat or samples), (self.landscape, flat), (self.data, samples)):
            part.setVisible(on)
        if flat and view is self._graph:
            view.show_frame(frame)
        elif flat:
            shown = self._planes.flat(frame)
            view.show_frame(shown)
            if view is self._surface:
                view.show_basins(self.contour.layers.basins)
            if view is self.contour:
                self.contour.show_arrows(_arrows(shown.explanation))
            if view in (self.contour, self._surface):
                view.plane_button.show_plane(self._planes.shown, frame.objective.axes)
        self._mark()
        self.data.show_frame(frame)
        self.below.show_frame(frame)

    def _fitting(self, frame: Frame) -> ContourView | CurveView | SurfaceView | GraphView:
        if self._as_graph and isinstance(frame.objective, DataProblem):
            return self.graph()
        if frame.objective.dimension == 1:
            return self.curve
        return self.surface() if self._as_surface else self.contour


def _arrows(why: Explanation) -> list[tuple[str, float, float]]:
    """The parts of the chosen run's step, then the step itself, as (role, dx, dy)."""
    parts = [(part.role, part.value) for part in why.terms if len(why.terms) > 1]
    return [(role, float(value[0]), float(value[1])) for role, value in (*parts, ("step", why.change))]
