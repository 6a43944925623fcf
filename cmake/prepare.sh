# Sourced by examples/demo.sh and tests/run.sh: what a fresh Debian 12 lacks, and the build.

prepare_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# install_packages PACKAGE...: those that are missing, with apt when this user may; otherwise prints
# the one line to run and gives up.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local become=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "Missing packages; run:  sudo apt-get install -y ${missing[*]}" >&2
      exit 2
    fi
    become=(sudo)
  fi
  echo "Installing ${missing[*]} ..."
  local log
  log=$(mktemp)
  if ! { "${become[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${become[@]}" apt-get install -y -qq \
      --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "Could not install; run:  sudo apt-get install -y ${missing[*]}" >&2
    exit 2
  fi
  rm -f "$log"
}

build_packages=(g++ cmake ninja-build pkg-config libicu-dev libutf8proc-dev libsqlite3-dev
  libexpat1-dev zlib1g-dev libzip-dev libxlsxwriter-dev nlohmann-json3-dev
  libboost-program-options-dev)
test_packages=(libgtest-dev libgmock-dev python3)
# The Arabic-English word lists that alignment reads where they are installed.
dictionary_packages=(dict-freedict-ara-eng dict-freedict-eng-ara)

# build_release ON|OFF TARGET...: configures build/release with or without tests, and builds.
build_release() {
  local tests=$1 log
  shift
  log=$(mktemp)
  local launcher=()
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  if ! { cmake --preset release -S "$prepare_root" -DMIZAN_TESTS="$tests" "${launcher[@]}" &&
    cmake --build "$prepare_root/build/release" --target "$@"; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "The build failed; the whole log is $log" >&2
    exit 2
  fi
  rm -f "$log"
}
