#!/bin/sh
# What each part of the alignment model is worth: strict F1 by group of documents, with parts left
# out.
#   tests/bench/align_ablation.sh FIT_ALIGNER [FOLDER...]
# FOLDERs hold ar.txt, en.txt and gold.txt; by default those of tests/data/align, and of
# ../shared/data/align where it is there. Groups are the columns; `all` adds the counts of all
# documents up. The first row is an aligner by length alone (tests/reference/align_gale_church.h).
# Without any self-training no omission is looked for at all, so one pass is a row of its own.
set -eu
if [ $# -lt 1 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
fit=$1
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
if [ $# -eq 0 ]; then
  for folder in "$root"/tests/data/align/*/ "$root"/../shared/data/align/*/; do
    [ -f "$folder/gold.txt" ] && set -- "$@" "${folder%/}"
  done
fi

row() {
  label=$1
  shift
  "$fit" --rounds 0 --counts "$@" | sed "s/^/$label\t/"
}

{
  row 'length only' --by-length "$@"
  row 'no lexicon' --lexicon none "$@"
  row 'core lexicon only' --lexicon core "$@"
  row 'FreeDict only' --lexicon freedict "$@"
  row 'core + FreeDict (full)' "$@"
  row 'without self-training' training_passes=0 "$@"
  row 'one pass of self-training' training_passes=1 "$@"
  row 'without names' name_weight=0 "$@"
  row 'without related words' related_word=0 "$@"
  row 'without edges' edge_weight=0 "$@"
  row 'without signs at edges' cue_weight=0 "$@"
  row 'no lexicon, no signs' --lexicon none cue_weight=0 "$@"
  row 'without lengths' length_weight=0 "$@"
} | awk -F '\t' '
  function f1(hits, beads, found, gold,   p, r) {
    p = beads ? hits / beads : 0; r = gold ? found / gold : 0
    return p + r > 0 ? 2 * p * r / (p + r) : 0
  }
  function add(label, group) {
    if (!(group in groups)) { groups[group]; order[++columns] = group }
    hits[label, group] += $3; beads[label, group] += $4
    found[label, group] += $5; gold[label, group] += $6
  }
  {
    if (!($1 in labels)) { labels[$1]; rows[++count] = $1 }
    group = $2; sub(/^[^ ]* /, "", group)
    add($1, group); all[$1] = 1
    total[$1, 1] += $3; total[$1, 2] += $4; total[$1, 3] += $5; total[$1, 4] += $6
  }
  END {
    printf "%-26s", ""
    for (c = 1; c <= columns; ++c) printf " %17s", order[c]
    printf " %9s\n", "all"
    for (r = 1; r <= count; ++r) {
      l = rows[r]
      printf "%-26s", l
      for (c = 1; c <= columns; ++c) {
        g = order[c]
        printf " %17.4f", f1(hits[l, g], beads[l, g], found[l, g], gold[l, g])
      }
      printf " %9.4f\n", f1(total[l, 1], total[l, 2], total[l, 3], total[l, 4])
    }
  }'
