#!/bin/sh
# Twelve agreements, one of them signed; a clause is edited; the agreements follow.
# Usage: play.sh FOLDER   (a folder that is not there yet)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?"name a folder for the workspace"}
export DRAFTER_USER="Head of Legal"

say() { printf '\n== %s\n' "$*"; }

say "A workspace with a library of its own, and twelve agreements in its registry"
drafter init "$folder" >/dev/null 2>&1
cd "$folder"
mkdir deals
while read -r name example date notice; do
  sed -e "s/^  effective_date: .*/  effective_date: $date/" \
      -e "s/^  exit_notice: .*/  exit_notice: $notice/" \
      "$here/../$example/answers.yaml" >"deals/$name.yaml"
  drafter draft "deals/$name.yaml" -o "drafts/$name.docx" --record --name "$name" --quiet 2>/dev/null
done <"$here/deals.txt"
drafter registry list

say "Nothing changed, so nothing is to be done"
drafter plan

say "One agreement is issued and signed"
drafter issue A-0005 --override not-approved --override review-overdue --override unconfirmed \
  --reason "approved on paper before the workspace was made" >/dev/null 2>&1
drafter sign A-0005 --override unconfirmed --override blank --override bracket \
  --reason "confirmed at the signing" >/dev/null 2>&1
drafter registry list --status signed

say "Counsel edits a clause: default between two parties"
clause=clause_library/topics/default/two-parties.md
sed -e 's/If the failure or delay lasts longer than 60 days, any Party/If the failure or delay lasts longer than 90 days, any Party/' \
    -e 's/^Duties to pay money are not excused\.$/Duties to pay money and duties of confidence are not excused./' \
    $clause >edited.md
diff $clause edited.md || true
mv edited.md $clause

say "The plan: who is affected, why, and in which words"
drafter plan -o plan.json 2>/dev/null | tee plan.txt

say "The plan is applied"
drafter apply plan.json 2>/dev/null | tee summary.txt

say "Once more: nothing is left to do but the amendment"
drafter plan 2>/dev/null | tail -1
drafter registry verify | head -1
