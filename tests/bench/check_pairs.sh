#!/bin/sh
# Recall by kind of injected fault and false alarms of `mizan check`, on a folder with clean.tsv,
# injected.tsv and glossary.tsv, judged by a scoring script.
#   tests/bench/check_pairs.sh MIZAN DATA_DIR SCORE_CHECK.py [--errors]
set -eu
if [ $# -lt 3 ]; then
  sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
mizan=$1 data=$2 score=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for set in clean injected; do
  # Exit code 1 says that there are findings.
  "$mizan" check --format jsonl --glossary "$data/glossary.tsv" "$data/$set.tsv" \
    > "$work/$set.jsonl" || [ $? -eq 1 ]
done
python3 "$score" "$data" "$work/clean.jsonl" "$work/injected.jsonl" "$@"
