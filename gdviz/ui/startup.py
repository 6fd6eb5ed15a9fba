"""What must be there before Qt starts: without it Qt aborts, and Python cannot catch that."""

from __future__ import annotations

import ctypes
import faulthandler
import importlib
import importlib.util
import os
import re
import socket
import sys
import tempfile
from importlib import metadata
from pathlib import Path

PACKAGES = (
    "libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
APT = f"on Debian and Ubuntu: sudo apt-get install {PACKAGES}"
INSTALL = "run: sh resources/bootstrap.sh gdviz, or: pip install gdviz"
DISPLAYS = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}


def problem() -> str | None:
    """One sentence that says why Qt cannot start here and what to do about it, or None."""
    return _version() or _import() or (_display() if sys.platform.startswith("linux") else None)


def watch_for_crashes() -> None:
    """Let a crash in Qt's own code leave a traceback: on stderr, or in a file where there is none."""
    if sys.stderr is not None:
        faulthandler.enable()
        return
    stream = open(Path(tempfile.gettempdir()) / "gdviz-crash.log", "w")  # noqa: SIM115  (open for good)
    faulthandler.enable(stream)


def _version() -> str | None:
    """PySide6 6.12 loses references to None on Python before 3.12 and aborts within seconds."""
    try:
        version = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        if importlib.util.find_spec("PySide6") is None:
            return f"PySide6 is not installed; {INSTALL}"
        return None  # a system's own package: the import will tell
    newest = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if newest >= (6, 12) and sys.version_info < (3, 12):
        return (f"PySide6 {version} crashes on Python {sys.version_info[0]}.{sys.version_info[1]}; "
                "run: pip install 'PySide6-Essentials>=6.10.1,<6.12', or use Python 3.12")
    return None


def _import() -> str | None:
    try:
        for name in ("QtCore", "QtGui", "QtWidgets", "QtSvg"):
            importlib.import_module(f"PySide6.{name}")
    except ImportError as fault:
        return _missing(str(fault)) or f"PySide6 cannot be imported ({fault}); {INSTALL}"
    return None


def _missing(fault: str) -> str | None:
    """The sentence about a system library that is missing, if that is what the fault tells of."""
    found = re.match(r"(\S+\.so[.\d]*): cannot open shared object file", fault)
    return f"the system library {found[1]} is missing; {APT}" if found else None


def _display() -> str | None:
    """Qt takes the first platform that works: it is a problem if none does."""
    asked = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    set_up = [name for name, variable in DISPLAYS.items() if os.environ.get(variable)]
    faults = [_platform(name) for name in asked or set_up]
    if not faults:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); `gdviz run` needs none"
    return None if None in faults else faults[0]


def _platform(name: str) -> str | None:
    if name.startswith("wayland"):
        return _wayland()
    if name == "xcb":
        return _xcb()
    known = _platforms()  # of these offscreen, minimal, vnc, … need no display
    if known and name.partition("-")[0] not in known:
        return f"QT_QPA_PLATFORM is {name!r}, but Qt has {', '.join(sorted(known))}; unset it"
    return None


def _wayland() -> str | None:
    display = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), display)
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(path)
        except OSError:
            return f"the Wayland display {display} does not answer; `gdviz run` needs none"
    return None


def _xcb() -> str | None:
    plugin = _plugin("xcb")
    try:
        if plugin is not None:
            ctypes.CDLL(str(plugin))
        client = ctypes.CDLL("libxcb.so.1")
    except OSError as fault:
        return _missing(str(fault)) or f"Qt's window plugin cannot be loaded ({fault}); {APT}"
    if not os.environ.get("DISPLAY"):
        return "there is no display (DISPLAY is not set); `gdviz run` needs none"
    client.xcb_connect.restype = ctypes.c_void_p
    client.xcb_connection_has_error.argtypes = client.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = client.xcb_connect(None, None)
    refused = client.xcb_connection_has_error(connection)
    client.xcb_disconnect(connection)
    if refused:
        return f"the display {os.environ['DISPLAY']} does not answer; `gdviz run` needs none"
    return None


def _plugin(name: str) -> Path | None:
    """The file of a platform plugin that comes with PySide6, if it does."""
    return _platforms().get(name)


def _platforms() -> dict[str, Path]:
    """The platform plugins that come with PySide6 and their files; none where others may be found as well."""
    from PySide6.QtCore import QLibraryInfo

    if os.environ.get("QT_PLUGIN_PATH") or os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        return {}
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    return {file.stem.removeprefix("libq"): file for file in folder.glob("libq*.so")}
