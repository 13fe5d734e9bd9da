#!/usr/bin/env bash
# Makes this machine ready for `make run` or `make test`, and is quick when it is already.
# Usage: tools/setup.sh run|test
#
# Debian packages are installed where that is allowed without asking (root, or sudo without a
# password), else named in one line. `run` then goes on, as far as it can; `test` stops.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

need=${1:?run or test}
venv=.venv

# A package that was renamed is written new|old.
for_run=(
    # Qt itself, the last for its QtNetwork (local sockets)
    'libglib2.0-0t64|libglib2.0-0' libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
    libgssapi-krb5-2
    # ... on an X display
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    # ... on Wayland
    libwayland-client0 libwayland-cursor0 libwayland-egl1
)
for_test=(
    # a private desk to drive the real program on (tests/desk.py), and a font for its pictures
    xvfb openbox dbus-daemon xdotool imagemagick fonts-inter
    # real services, and fakes of those that cannot run in a test, for desktop/system
    desktop-file-utils python3-dbusmock kwin-wayland dunst xfconf pulseaudio pulseaudio-utils espeak-ng
    pipewire pipewire-bin libglib2.0-bin gsettings-desktop-schemas
    # panels of both kinds, a second notification service, a compositor, monitors that come and go
    trayer xfce4-panel xfce4-notifyd picom x11-utils x11-xserver-utils
    # a reader of the PDF that is taken along
    poppler-utils
)

stop() {
    echo "unbrace: $*" >&2
    exit 1
}

# A stamp says where the .venv was made (a copied one still runs the code of the first place)
# and is older than nothing that decides what goes into it.
fresh() {
    local stamp=$venv/.ready-$1
    [ -x $venv/bin/python ] && [ -f "$stamp" ] && [ "$(<"$stamp")" = "$PWD" ] \
        && [ "$stamp" -nt pyproject.toml ] && [ "$stamp" -nt tools/setup.sh ]
}

mark() { echo "$PWD" >"$venv/.ready-$1"; }

# ---------------------------------------------------------------- Debian packages

installed() {
    local name
    for name in ${1//|/ }; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] && return
    done
    return 1
}

# The name that this release of Debian or Ubuntu knows.
known() {
    local name
    for name in ${1//|/ }; do
        apt-cache show --no-all-versions "$name" >/dev/null 2>&1 && break
    done
    echo "$name"
}

missing() {
    local package
    for package in "$@"; do
        installed "$package" || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

# True when all of the named packages are here in the end; otherwise they stand in $absent.
debian() {
    command -v dpkg-query >/dev/null || return 0 # another system: the program itself says what it lacks
    local package names=() wanted
    mapfile -t wanted < <(missing "$@")
    [ ${#wanted[@]} -gt 0 ] || return 0
    if may_install; then
        local log
        log=$(mktemp)
        echo "unbrace: installing Debian packages: ${wanted[*]//*|/}"
        apt update >"$log" 2>&1 || true
        for package in "${wanted[@]}"; do names+=("$(known "$package")"); done
        apt install --no-install-recommends "${names[@]}" >>"$log" 2>&1 || tail -n 5 "$log" >&2
        rm -f "$log"
        mapfile -t wanted < <(missing "$@")
        [ ${#wanted[@]} -gt 0 ] || return 0
    fi
    for package in "${wanted[@]}"; do absent+=" $(known "$package")"; done
    return 1
}

# ---------------------------------------------------------------- Python

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Puts the interpreter into $python: the one that PYTHON names, or else the first that can do it.
find_python() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        new_enough "$python" && "$python" -c 'import ensurepip' 2>/dev/null && return
    done
    python=${PYTHON:-python3}
    return 1
}

# The Debian packages without which there can be no .venv.
python_packages() {
    if find_python; then
        return
    elif ! command -v "$python" >/dev/null; then
        echo python3 python3-venv
    elif new_enough "$python"; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
}

make_venv() {
    find_python || {
        [ -z "$absent" ] || exit 1 # that line is written
        command -v "$python" >/dev/null || stop "there is no $python here; please install Python 3.11 or newer"
        new_enough "$python" || stop "Python 3.11 or newer is needed, and this is $("$python" -V); PYTHON=... make $need takes another"
        stop "$python cannot make a .venv: please install its ensurepip"
    }
    echo "unbrace: setting up $venv (once; a few minutes on a slow line)"
    "$python" -m venv --clear $venv
    echo "$PWD" >$venv/.place
}

pip() { $venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"; }

# Dependency groups need pip 25.1, newer than what Python 3.11 to 3.13 bring.
install() {
    if [ "$need" = test ]; then
        pip install --upgrade 'pip>=25.1'
        pip install --editable . --group dev
    else
        pip install --editable .
    fi
}

# ---------------------------------------------------------------- what is asked for

have_venv() { [ -x $venv/bin/python ] && [ "$(cat $venv/.place 2>/dev/null)" = "$PWD" ]; }

packages=("${for_run[@]}")
[ "$need" = run ] || packages+=("${for_test[@]}")
# shellcheck disable=SC2207  # names of packages: no blanks, no stars
have_venv || packages=($(python_packages) "${packages[@]}")

absent=
if ! fresh "packages-$need" && ! debian "${packages[@]}"; then
    echo "unbrace: missing Debian packages, please install:$absent" >&2
    [ "$need" = run ] || exit 1
fi
have_venv || make_venv
if ! fresh "python-$need"; then
    install
    mark python-run
    mark "python-$need"
fi
if [ -z "$absent" ]; then
    mark packages-run
    mark "packages-$need"
fi
