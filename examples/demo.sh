#!/usr/bin/env bash
# Mizan's main job on one article, step by step. Installs what a fresh Debian 12 lacks, builds, runs.
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/prepare.sh

install_packages "${build_packages[@]}" "${dictionary_packages[@]}"
echo "Building ..."
build_release OFF mizan

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MIZAN_DB=$work/memory.db XDG_CONFIG_HOME=$work
PATH=$PWD/build/release/cli:$PATH
arabic=examples/article/article.ar.txt
english=examples/article/article.en.txt
faulty=examples/article/article.errors.en.txt

# step TITLE COMMAND...: shows the command and what it prints. A finding (exit 1) is a result.
step() {
  printf '\n\033[1m== %s\033[0m\n$ %s\n\n' "$1" "${*:2}"
  local status=0
  "${@:2}" || status=$?
  [ $status -le 1 ] || exit $status
}
# The first N lines are enough to see.
first() { "${@:2}" | head -n "$1"; }

step "1. The sentences of the Arabic article" first 6 mizan segment "$arabic"
step "2. Aligned with its translation: the beads" first 24 mizan align "$arabic" "$english"
step "   ... held against the gold alignment's counts" mizan align "$arabic" "$english" --format tsv --store >"$work/beads.tsv"
printf '%s beads, in the memory now\n' "$(wc -l <"$work/beads.tsv")"
step "3. How did we say this before? (other spelling, other number, marks)" \
  mizan lookup "وقد أعلنت الجماعه في تسجيلٍ مصور أنها لن تسمح بمرور أي صهريج دون إذنها" --min 50 --limit 1
step "4. Every place of a phrase" first 8 mizan concord "صهريج"
step "5. The termbase" mizan term import glossaries/sahel.tsv
step "   ... finds its terms through clitics" first 8 mizan term find "$arabic"
step "6. One name, two spellings" mizan variants --parallel "$english" "$arabic"
step "7. The check of the translation as published" mizan check "$arabic" "$english"
step "8. ... and of a copy with planted faults" mizan check "$arabic" "$faulty"
step "9. What is in the memory" mizan stats
step "10. Take back the last write" mizan undo
