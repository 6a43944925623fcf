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

# step TITLE LINES COMMAND...: shows the command and the first LINES of what it prints. A finding
# (exit 1) is a result.
step() {
  local word shown= status=0
  for word in "${@:3}"; do
    if [[ $word == *' '* ]]; then shown+=" \"$word\""; else shown+=" $word"; fi
  done
  printf '\n\033[1m%s\033[0m\n$%s\n\n' "$1" "$shown"
  "${@:3}" >"$work/output" || status=$?
  [ $status -le 1 ] || exit $status
  head -n "$2" "$work/output"
  local more=$(($(wc -l <"$work/output") - $2))
  if [ $more -gt 0 ]; then printf '... and %s more lines\n' "$more"; fi
}
all=100000

step "1. The sentences of the Arabic article" 6 mizan segment "$arabic"
step "2. Aligned with its translation, kept in the memory" 36 \
  mizan align "$arabic" "$english" --store
step "3. How did we say this before? (without marks, another figure)" $all \
  mizan lookup "ويقدر عدد أفراد الفيلق في البلاد بنحو ٢٥٠٠ مقاتل" --min 50 --limit 1
step "4. Every place of a word, whatever its clitics" 8 mizan concord "صهريج"
step "5. The termbase" $all mizan term import glossaries/sahel.tsv
step "   finds its terms in running text" 10 mizan term find "$arabic"
step "6. One name, two spellings" $all mizan variants --parallel "$english" "$arabic"
step "7. The check of the translation as it is published" $all mizan check "$arabic" "$english"
step "8. The check of a copy with planted faults" $all mizan check "$arabic" "$faulty"
step "9. What is in the memory" $all mizan stats
step "10. Take back the last write" $all mizan undo
