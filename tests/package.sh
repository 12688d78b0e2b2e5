#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh [BUILD]: makes the Debian packages from a built tree (default build/release) and proves
# them: what they hold is valid, the engine brings no library of windows, and both programs install,
# run and go away again in a clean root of this release, made by debootstrap. Where none can be made
# (it needs root and a mirror) it says "no clean root: WHY", and they are unpacked and run with this
# machine's libraries instead.
set -eu
cd "$(dirname "$0")/.."
build=$(realpath "${1:-build/release}")
# Not in TMPDIR, which may be memory: a root needs devices and programs that may be run.
work=$(mktemp -d /var/tmp/tieout.XXXXXX)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

say() { printf -- '-- %s\n' "$*"; }
die() {
    printf 'package.sh: %s\n' "$*" >&2
    exit 1
}

# ---- the packages ----

say "packages"
(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packages") >"$work/log" 2>&1 ||
    { cat "$work/log" >&2 && die "cpack failed"; }
version=$(sed -n 's/^project(tieout VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
engine=$(ls "$work"/packages/tieoutd_"$version"_*.deb)
console=$(ls "$work"/packages/tieout_"$version"_*.deb)
for package in "$engine" "$console"; do
    dpkg-deb --field "$package" Package Version Installed-Size Depends
    if dpkg-deb --ctrl-tarfile "$package" | tar -t | grep -qE 'inst$|rm$'; then
        die "$package runs a script"
    fi
    dpkg-deb --fsys-tarfile "$package" | tar -tv | awk '$2 != "root/root" { exit 1 }' ||
        die "$package holds files that aren't root's"
done
case $(dpkg-deb --field "$engine" Depends) in
*libqt6gui* | *libqt6widgets* | *libgl1*) die "the engine needs a library of windows" ;;
esac
dpkg-deb -x "$engine" "$work/files"
dpkg-deb -x "$console" "$work/files"

# ---- what they hold ----

# check PROGRAM ARGUMENT…: where the program is there.
check() {
    command -v "$1" >/dev/null 2>&1 || { say "not checked: no $1 here" && return 0; }
    say "$*"
    "$@" || die "$1 finds fault"
}
share=$work/files/usr/share
for file in applications/tieout.desktop metainfo/tieout.metainfo.xml man/man1/tieout.1.gz \
    man/man1/tieoutd.1.gz doc/tieout/copyright doc/tieoutd/copyright \
    doc/tieoutd/examples/tieout.toml icons/hicolor/scalable/apps/tieout.svg \
    icons/hicolor/16x16/apps/tieout.png icons/hicolor/256x256/apps/tieout.png; do
    [ -s "$share/$file" ] || die "no $file"
done
for program in tieout tieoutd; do
    file "$work/files/usr/bin/$program" 2>/dev/null | grep -q 'not stripped' &&
        die "$program is not stripped"
done
check desktop-file-validate "$share/applications/tieout.desktop"
check appstreamcli validate --no-net "$share/metainfo/tieout.metainfo.xml"
check mandoc -T lint -W warning resources/man/tieout.1 resources/man/tieoutd.1
if command -v systemd-analyze >/dev/null 2>&1; then
    unit=$work/unit/tieoutd.service
    mkdir "$work/unit"
    sed "s|/usr/bin/|$work/files/usr/bin/|" "$work/files/usr/lib/systemd/system/tieoutd.service" >"$unit"
    check systemd-analyze verify --man=no "$unit"
    check systemd-analyze security --offline=true --threshold=20 --no-pager "$unit" >"$work/security"
    tail -n 1 "$work/security"
fi

# ---- the programs in a root of their own ----

# proves RUN PREFIX: runs both programs through the command RUN; PREFIX stands before their names.
proves() {
    [ "$($1 "$2/usr/bin/tieoutd" --version)" = "tieoutd $version" ] || die "tieoutd --version"
    [ "$($1 "$2/usr/bin/tieout" --version)" = "tieout $version" ] || die "tieout --version"
    $1 "$2/usr/bin/tieoutd" --help | grep -q '^usage: tieoutd ' || die "tieoutd --help"
    $1 "$2/usr/bin/tieoutd" config check --config "$3/tieout.toml"
    $1 "$2/usr/bin/tieoutd" migrate --database "$4/proof.sqlite"
    $1 "$2/usr/bin/tieoutd" verify --database "$4/proof.sqlite"
    # Offscreen, Qt names on standard error what that display can't do.
    $1 "$2/usr/bin/tieout" --headless --screenshots "$4/pictures" >"$work/console" \
        2>"$work/complaints" || {
        cat "$work/console" "$work/complaints" >&2
        die "tieout --headless --screenshots"
    }
    tail -n 3 "$work/console"
}

examples=usr/share/doc/tieoutd/examples
export ETHEREUM_PROVIDER_KEY=proof TRON_PROVIDER_KEY=proof LC_ALL=C.UTF-8
unpacked() { # WHY
    say "no clean root: $1"
    ldd "$work/files/usr/bin/tieout" "$work/files/usr/bin/tieoutd" | grep 'not found' &&
        die "libraries are missing"
    HOME=$work proves env "$work/files" "$work/files/$examples" "$work"
    exit 0
}
[ "$(id -u)" = 0 ] || unpacked "only root can make one"
command -v debootstrap >/dev/null 2>&1 || unpacked "no debootstrap here"

say "clean root"
# shellcheck source=/dev/null
. /etc/os-release
# shellcheck disable=SC2016 # apt's own variable
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | head -n 1)
root=$work/root
# shellcheck disable=SC2086 # perhaps none
debootstrap --variant=minbase "$VERSION_CODENAME" "$root" $mirror >"$work/log" 2>&1 || {
    tail -n 20 "$work/log" >&2
    unpacked "debootstrap failed"
}
cp "$engine" "$console" "$root/tmp/"
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ETHEREUM_PROVIDER_KEY=proof TRON_PROVIDER_KEY=proof "$@"
}
install_inside() {
    inside apt-get -q -y install --no-install-recommends "/tmp/$(basename "$1")" >"$work/log" 2>&1 ||
        { tail -n 20 "$work/log" >&2 && die "$1 can't be installed"; }
}
inside find / -xdev -not -path '/tmp/*' -not -path '/var/*' -not -path '/proc/*' | sort >"$work/before"
say "engine"
install_inside "$engine"
if inside dpkg -s libqt6gui6 >/dev/null 2>&1; then
    die "the engine brought a library of windows"
fi
say "console"
install_inside "$console"
inside apt-get -q -y install --no-install-recommends man-db >"$work/log" 2>&1 ||
    die "no man to read the manual with"
for page in tieout tieoutd; do
    inside man --warnings "$page" >"$work/page" 2>"$work/warned" || die "no manual: $page"
    grep -q EXAMPLES "$work/page" || die "$page's manual is cut short"
    [ ! -s "$work/warned" ] || { cat "$work/warned" >&2 && die "$page's manual has mistakes"; }
done
as_person() { inside setpriv --reuid 1000 --regid 1000 --clear-groups "$@"; }
inside install -d -o 1000 -g 1000 /tmp/proof
proves as_person "" "/$examples" /tmp/proof
pictures=$(find "$root/tmp/proof/pictures" -name '*.png' -size +5k | wc -l)
[ "$pictures" -ge 2 ] || die "only $pictures pictures"
say "$pictures pictures"
inside apt-get -q -y purge tieout tieoutd >"$work/log" 2>&1 || die "they can't be removed"
inside find / -xdev -not -path '/tmp/*' -not -path '/var/*' -not -path '/proc/*' | sort >"$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -i tieout || true)
[ -z "$left" ] || die "left behind: $left"
say "installed, run and removed"
