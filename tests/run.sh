#!/usr/bin/env bash
# Builds everything and runs every test; installs what a fresh Debian 12 lacks.
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/prepare.sh

install_packages "${build_packages[@]}" "${test_packages[@]}" "${dictionary_packages[@]}"
echo "Building ..."
build_release ON all
ctest --preset release --parallel "$(nproc)" "$@"
