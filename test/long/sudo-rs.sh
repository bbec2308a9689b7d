# $1 a folder: gets sudo-rs of Debian trixie with the libc that it needs, below usr. Needs apt-get and Debian's mirror.
set -eu
mkdir -p "$1/lists/partial" "$1/cache/archives/partial" && cd "$1"
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' > sources.list
apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$PWD/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$PWD/lists" -o Dir::Cache="$PWD/cache" "$@"
}
apt update
apt download sudo-rs libc6
for package in *.deb; do dpkg -x "$package" .; done
chmod 4755 usr/lib/cargo/bin/sudo
