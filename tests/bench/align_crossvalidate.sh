#!/bin/sh
# Cross-validated strict F1 of alignment: documents are dealt into folds; each fold is aligned with
# parameters fitted on the other folds and on further documents that are never tested.
#   tests/bench/align_crossvalidate.sh FIT_ALIGNER [--folds N] [--also FOLDER]... [-- OPTION...] FOLDER...
# OPTIONs go to the fit: --rounds N, --free, --lexicon NAME, NAME=VALUE starting points. The fit
# starts from the values in tm/align/parameters.h, which have seen the documents: give other starting
# points, or enough rounds to leave them, for a figure that owes them nothing.
#   tests/bench/align_crossvalidate.sh build/bench/tests/bench/fit_aligner --folds 2
#     $(printf -- '--also %s ' tests/data/align/*-*) -- --rounds 1 ../shared/data/align/news-*
set -eu
if [ $# -lt 2 ]; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
fit=$1
shift
folds=2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/also" > "$work/options" > "$work/documents"
while [ $# -gt 0 ]; do
  case $1 in
    --folds) folds=$2; shift 2 ;;
    --also) echo "$2" >> "$work/also"; shift 2 ;;
    --) shift ;;
    --rounds | --lexicon) printf '%s\n%s\n' "$1" "$2" >> "$work/options"; shift 2 ;;
    --free) echo "$1" >> "$work/options"; shift ;;
    */*) echo "$1" >> "$work/documents"; shift ;;
    *=*) echo "$1" >> "$work/options"; shift ;;
    *) echo "align_crossvalidate.sh: what is $1?" >&2; exit 2 ;;
  esac
done

fold=0
while [ "$fold" -lt "$folds" ]; do
  awk -v n="$folds" -v k="$fold" 'NR % n != k' "$work/documents" > "$work/train"
  awk -v n="$folds" -v k="$fold" 'NR % n == k' "$work/documents" > "$work/test"
  # Folders with spaces in their names are not for this script.
  "$fit" $(cat "$work/options") $(cat "$work/also" "$work/train") > "$work/fit"
  "$fit" --rounds 0 --counts $(cat "$work/test") > "$work/before"
  "$fit" --rounds 0 --counts $(tail -n 1 "$work/fit") $(cat "$work/test") > "$work/after"
  echo "fold $fold: $(wc -l < "$work/train") fitted with $(wc -l < "$work/also") more," \
    "$(wc -l < "$work/test") tested; $(grep -c '^round' "$work/fit" || true) steps taken"
  cat "$work/before" >> "$work/all-before"
  cat "$work/after" >> "$work/all-after"
  fold=$((fold + 1))
done
for set in before after; do
  awk -F '\t' -v name="$set" '
    { hits += $2; beads += $3; found += $4; gold += $5; sure += $6; right += $7 }
    END { p = hits / beads; r = found / gold
          printf "%-7s P %.4f R %.4f F1 %.4f  sure %d of %d, right %d\n", name, p, r,
                 2 * p * r / (p + r), sure, beads, right }' "$work/all-$set"
done
