#!/usr/bin/env bash
# Gets a program that the tests need through the system's package manager where it is missing.
# ensure-program.sh <what people call it> <commands, any of which will do> <packages of Debian> <packages of Fedora>
set -euo pipefail
# servers are where only administrators look for them
PATH=$PATH:/usr/sbin:/usr/libexec
what=$1 commands=$2 debian=$3 fedora=$4

for name in $commands; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done

if command -v apt-get >/dev/null 2>&1; then
  install="apt-get install -y --no-install-recommends $debian"
  update="apt-get update"
elif command -v dnf >/dev/null 2>&1; then
  install="dnf install -y $fedora"
  update="true"
else
  echo "The tests need $what. Install it (a command of the name: $commands) and start again." >&2
  exit 1
fi

if [ "$(id -u)" = 0 ]; then
  # a server that the tests start themselves is not started by its package
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  $update && $install
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  sudo -n $update && sudo -n env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 $install
else
  echo "The tests need $what, and this user may not install it. Have somebody run:" >&2
  echo "  sudo $update && sudo $install" >&2
  exit 1
fi
