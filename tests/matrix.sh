#!/bin/sh
# Run the host tests under the QGIS and the Python of Debian testing, in a root of its own that debootstrap makes once.
# Needs to be root, for chroot; what it mounts is seen by its own processes alone and goes with them.
# Debian comes from the mirror in apt's sources, or from the one in MIRROR; the rest with the pip of PYTHON.
#
# usage: matrix.sh FOLDER PYTHON
set -eu
folder=$1
python=$2
root=$folder/root
making=$folder/root-being-made
wanted=requirements/qgis.txt
installed=$root/tests/installed-requirements
system_packages="qgis python3-qgis qgis-providers python3-venv python3-packaging python3-pygments"

refuse() {
    echo "matrix: $1" >&2
    exit 1
}

# inside ROOT COMMAND [ARGUMENT ...]
inside() {
    inside_root=$1
    shift
    unshare --mount sh -euc '
        mount --rbind /dev "$1/dev"
        mount --rbind /proc "$1/proc"
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot "$@"
    ' sh "$inside_root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
        QT_QPA_PLATFORM=offscreen ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} "$@"
}

debian_mirror() {
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(SITE)' 'Created-By: Packages' |
        awk '$1 == "Debian" && $2 == "Debian" { print $3; exit }'
}

make_root() {
    command -v debootstrap >/dev/null || refuse "debootstrap is missing: apt-get install debootstrap"
    mirror=${MIRROR:-$(debian_mirror)}
    [ -n "$mirror" ] || refuse "apt knows no mirror of Debian. Name one: make matrix MIRROR=address"
    echo "set-up: making $root, with Debian testing and its QGIS (2 GB, up to half an hour)"
    rm -rf --one-file-system "$making"
    mkdir -p "$making"
    unshare --mount debootstrap --variant=minbase --include=ca-certificates testing "$making" "$mirror" >"$folder/debootstrap.log" ||
        refuse "debootstrap failed; see $folder/debootstrap.log"
    cp /etc/resolv.conf /etc/hosts "$making/etc/"
    # What the machine's apt needs to reach its mirror, such as a proxy, that of the root needs as well
    apt-config dump | grep -E '^Acquire::(http|https|Check)' >"$making/etc/apt/apt.conf.d/90machine" || true
    echo force-unsafe-io >"$making/etc/dpkg/dpkg.cfg.d/speed"
    printf '#!/bin/sh\nexit 101\n' >"$making/usr/sbin/policy-rc.d" # no services
    chmod +x "$making/usr/sbin/policy-rc.d"
    inside "$making" apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    inside "$making" apt-get install -y -qq --no-install-recommends $system_packages >"$folder/apt.log" 2>&1 ||
        refuse "apt-get failed; see $folder/apt.log"
    inside "$making" apt-get clean
    mv "$making" "$root"
}

# The wheels come with the pip outside, which knows where packages are to be had from here
make_environment() {
    echo "set-up: installing the pinned requirements into $root"
    rm -rf "$root/tests"
    mkdir "$root/tests"
    version=$(inside "$root" python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -m pip download --quiet --quiet --no-deps --only-binary :all: --python-version "$version" \
        --dest "$root/tests/wheels" --requirement "$wanted"
    cp "$wanted" "$root/tests/requirements"
    inside "$root" python3 -m venv --system-site-packages /tests/venv
    inside "$root" /tests/venv/bin/python -m pip install --quiet --quiet --no-index --find-links /tests/wheels \
        --requirement /tests/requirements
    mv "$root/tests/requirements" "$installed"
}

# The real engine stays outside: it belongs to another Python
copy_checkout() {
    rm -rf "$root/tests/checkout"
    mkdir "$root/tests/checkout"
    git ls-files -z --cached --others --exclude-standard |
        tar --create --null --files-from - --ignore-failed-read --warning=no-failed-read |
        tar --extract --directory "$root/tests/checkout"
}

[ "$(id -u)" -eq 0 ] || refuse "this needs root, for chroot: sudo make matrix"
[ -d "$root" ] || make_root
cmp -s "$wanted" "$installed" || make_environment
copy_checkout
inside "$root" /tests/venv/bin/python -c 'import platform, qgis.core as q, qgis.PyQt.QtCore as c
print("matrix: QGIS", q.Qgis.version(), "Python", platform.python_version(), "Qt", c.qVersion())'
inside "$root" env -C /tests/checkout /tests/venv/bin/python -m pytest -c tests/ui/pytest.ini --quiet tests/ui
