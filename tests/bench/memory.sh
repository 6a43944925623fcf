#!/bin/sh
# Figures of the memory at three sizes: import of TMX and TSV (seconds of the processor, clock, peak
# memory), size on disk by the size of the texts, seconds of a whole process to its first answer,
# look-ups, concordance, additions, exactness against a scan, and the spelling sets.
#
#   memory.sh MIZAN MEMORY_LOOKUP DATA DIR
#
# MIZAN and MEMORY_LOOKUP are the programs, DATA a folder as make_memory.py --tmx writes it
# (memory-N.tsv, memory-N.tmx, queries.txt, spelling-KIND.txt, spelling.meta.tsv), DIR an empty
# folder for the databases. SIZES="10000 100000 1000000" may be set to fewer.
set -eu
mizan=$1 lookup=$2 data=$3 dir=$4

for size in ${SIZES:-10000 100000 1000000}; do
  printf '\n== %s units\n' "$size"
  for format in tsv tmx; do
    rm -f "$dir/$format.db"*
    /usr/bin/time -f "import $format: %U s user, %S s system, %e s clock, %M kB" \
      "$mizan" import --db "$dir/$format.db" "$data/memory-$size.$format" 2>&1 | grep '^import'
  done
  db=$dir/tmx.db
  echo "disk by text: $(stat -c %s "$db") / $(tr -d '\t\n' < "$data/memory-$size.tsv" | wc -c)" |
    awk '{ printf "%s: %.3f\n", "disk by text", $4 / $6 }'
  for round in 1 2 3; do
    /usr/bin/time -f "process to answer: %e s clock, %M kB" \
      "$mizan" lookup --db "$db" --format jsonl "$(sed -n "${round}p" "$data/queries.txt")" \
      2>&1 >/dev/null | grep process
  done
  "$lookup" times "$db" "$data/queries.txt"
  "$lookup" oracle "$db" "$data/queries.txt" | tail -1
  cp "$db" "$dir/added.db"
  "$lookup" add "$dir/added.db" "$data/queries.txt" 1000
  # Units have the numbers of their lines, from 1, where each line was a new unit.
  for kind in plain marks alef yeh_teh tatweel digits all clitics; do
    "$mizan" lookup --db "$db" --batch "$data/spelling-$kind.txt" --min 50 --limit 1 \
      --format jsonl |
      awk -F'[:,]' -v kind="$kind" '
        NR == FNR { line[FNR - 1] = $1 + 1; next }
        { match($0, /"unit":[0-9]+/); if (substr($0, RSTART + 7, RLENGTH - 7) == line[$2]) ++right }
        END { printf "spelling %s: %d right\n", kind, right }' "$data/spelling.meta.tsv" -
  done
done
