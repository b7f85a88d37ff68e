#!/usr/bin/env bash
# Browser tests need Chromium. Gets it through the system's package manager where it is missing.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done

if command -v apt-get >/dev/null 2>&1; then
  install="apt-get install -y --no-install-recommends chromium fonts-liberation"
  update="apt-get update"
elif command -v dnf >/dev/null 2>&1; then
  install="dnf install -y chromium"
  update="true"
else
  echo "The browser tests need Chromium. Install the package 'chromium' of this system and start again." >&2
  exit 1
fi

if [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  $update && $install
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  sudo -n $update && sudo -n env DEBIAN_FRONTEND=noninteractive $install
else
  echo "The browser tests need Chromium, and this user may not install it. Have somebody run:" >&2
  echo "  sudo $update && sudo $install" >&2
  exit 1
fi
