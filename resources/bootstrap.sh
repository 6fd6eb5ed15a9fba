#!/bin/sh
# Makes what gdviz needs, once, and runs a command in it:
#     sh resources/bootstrap.sh gdviz [arguments]
#     sh resources/bootstrap.sh pytest [arguments]
set -eu

PACKAGES="libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
LIBRARIES="libGL.so.1 libEGL.so.1 libxkbcommon-x11.so.0 libdbus-1.so.3 libfontconfig.so.1 libglib-2.0.so.0 \
libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0"
CHINESE="fonts-wqy-microhei"
PYTHONS="python3 python3.13 python3.12 python3.11 python3.14 python"

say() { printf 'bootstrap: %s\n' "$*" >&2; }

# Each library beside its package, found or not; a package is asked for once, when its library is missing.
missing_packages() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || known=
    set -- $PACKAGES
    for library in $LIBRARIES; do
        case "$known" in *"$library "*) ;; *) printf '%s ' "$1" ;; esac
        shift
    done
    has_chinese || printf '%s ' "$CHINESE"
}

has_chinese() {
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
    else
        [ -n "$(find /usr/share/fonts -name 'wqy-microhei*' 2>/dev/null)" ]
    fi
}

# What to put before apt-get: nothing for root, sudo where it asks no password; fails where neither is so.
rights() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && printf 'sudo -n'
}

# install PACKAGE…: installs Debian packages, or says how.
install() {
    if as=$(rights); then
        say "installing system packages: $*"
        if $as apt-get update -qq >&2 </dev/null &&
            $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
                >&2 </dev/null; then
            return 0
        fi
        say "that failed"
    fi
    say "system packages are missing; install them, on Debian and Ubuntu with:"
    say "    sudo apt-get install $*"
    return 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for python in $PYTHONS; do
        if new_enough "$python"; then
            printf '%s' "$python"
            return 0
        fi
    done
    return 1
}

# What is installed, and where: it is installed anew when this changes.
stamp() { printf '%s %s\n' "$(cksum <"$root/pyproject.toml")" "$root"; }
installed() { cat "$environment/installed" 2>/dev/null || true; }

# A .venv that was moved along with its folder is not usable: its scripts name the old place.
usable() {
    case "$(installed)" in
        '' | *" $root") new_enough "$environment/bin/python" ;;
        *) return 1 ;;
    esac
}

make_environment() {
    if ! python=$(find_python); then
        install python3 python3-venv || true
        if ! python=$(find_python); then
            say "Python 3.11 or newer is needed, and was not found"
            exit 1
        fi
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        install python3-venv || exit 1
    fi
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear "$environment"
}

[ $# -gt 0 ] || { say "usage: sh resources/bootstrap.sh gdviz|pytest [arguments]"; exit 2; }
command=$1
shift
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
environment=$root/.venv

if [ "$(uname -s)" = Linux ]; then
    packages=$(missing_packages)
    # shellcheck disable=SC2086
    [ -z "$packages" ] || install $packages || true
fi

if ! usable; then
    make_environment
fi
if [ "$(installed)" != "$(stamp)" ]; then
    say "installing gdviz and its test tools into .venv"
    (cd "$root" && "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
        --editable '.[test]') >&2
    stamp >"$environment/installed"
fi

if [ ! -x "$environment/bin/$command" ]; then
    say "there is no command '$command' in .venv"
    exit 2
fi
if [ "$command" = pytest ]; then
    cd "$root"
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
fi
exec "$environment/bin/$command" "$@"
