#!/usr/bin/env bash
# Tries the bootstrap where nothing is installed: in a Debian with only Python, without its venv module.
#
#   packaging/try_in_bare_debian.sh run -- --version         as root in the bare Debian
#   packaging/try_in_bare_debian.sh --as-user test           as a person who may install nothing
#
# It takes what is committed, gives the words to bootstrap.py twice, so that the second start shows too, and ends with
# the exit code of the second. Needs root, debootstrap and the network. Everything it makes is in one folder under
# TMPDIR or /tmp, and is removed at the end.
set -euo pipefail

user=root
if [ "${1:-}" = --as-user ]; then
  user=resident
  shift
fi
if [ $# = 0 ] || [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
checkout=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d -t bare-debian-XXXXXX)

clean_up() {
  for mount in proc dev; do
    if mountpoint -q "$folder/debian/$mount"; then umount "$folder/debian/$mount"; fi
  done
  rm -rf --one-file-system "$folder"
}
trap clean_up EXIT

echo "Making a bare Debian in $folder" >&2
debootstrap --variant=minbase --include=python3,ca-certificates bookworm "$folder/debian" >"$folder/log" 2>&1 ||
  { tail -n 20 "$folder/log" >&2; exit 1; }
mount --bind /dev "$folder/debian/dev"
mount -t proc proc "$folder/debian/proc"
# How this machine reaches the network: its name servers and the authorities it trusts.
cp --dereference /etc/resolv.conf /etc/hosts "$folder/debian/etc/"
cp --dereference /etc/ssl/certs/ca-certificates.crt "$folder/debian/etc/ssl/certs/"
network=()
for name in PIP_CERT PIP_INDEX_URL PIP_PROXY http_proxy https_proxy no_proxy; do
  if [ -n "${!name:-}" ]; then network+=("$name=${!name}"); fi
done

home=$folder/debian/home/resident
chroot "$folder/debian" useradd --create-home resident
mkdir "$home/testimony"
git -C "$checkout" archive HEAD | tar -x -C "$home/testimony"
chroot "$folder/debian" chown -R "$user" /home/resident

try() {
  local start=$SECONDS code=0
  echo "\$ python3 packaging/bootstrap.py $*" >&2
  chroot --userspec="$user" "$folder/debian" env -i HOME=/home/resident PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    "${network[@]}" /bin/sh -c 'cd ~/testimony && exec python3 packaging/bootstrap.py "$@"' sh "$@" || code=$?
  echo "Ended with exit code $code after $((SECONDS - start)) s." >&2
  return "$code"
}
try "$@" || true
try "$@"
