# SPDX-License-Identifier: GPL-3.0-or-later
# Read by app/run.sh and tests/run.sh: which Debian packages are needed, and how to get those that are
# missing. Nothing is asked of the package system when nothing is missing.

toolchain="g++ cmake ninja-build pkg-config ccache mold"
libraries="qt6-base-dev libgl-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools
    qt6-l10n-tools libcurl4-openssl-dev libssl-dev libpq-dev libsqlite3-dev libsecp256k1-dev
    libsimdjson-dev libtomlplusplus-dev libxlsxwriter-dev zlib1g-dev libqrcodegencpp-dev"
runtime="libqt6sql6-psql libqt6sql6-sqlite fonts-roboto-unhinted fonts-noto-core fonts-jetbrains-mono"

missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf '%s ' "$package"
    done
}

as_administrator() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        return 127
    fi
}

# install_packages NAME…: leaves the names that could not be installed in $missing and answers 1.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "This is no Debian: please see to it that these are there: $*" >&2
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    echo "Installing: $missing"
    # shellcheck disable=SC2086 # a list of names
    {
        as_administrator apt-get -q update >/dev/null &&
            as_administrator env DEBIAN_FRONTEND=noninteractive \
                apt-get -q -y install --no-install-recommends $missing >/dev/null
    } || true
    # shellcheck disable=SC2086
    missing=$(missing_packages $missing)
    [ -z "$missing" ] && return 0
    echo "These packages are missing and could not be installed: $missing" >&2
    echo "Install them as an administrator: apt-get install $missing" >&2
    return 1
}
