#!/usr/bin/env bash
# From sign-in to a registered filing, with curl, against a freshly started sample city:
#   SAMPLE_TODAY=2026-11-23 SAMPLE_PASSWORD=... npm start        (the day fixes codes and dates)
#   BASE=http://127.0.0.1:3000 SAMPLE_PASSWORD=... bash docs/walkthrough.sh
set -euo pipefail
BASE=${BASE:-http://127.0.0.1:3000}
: "${SAMPLE_PASSWORD:?set it to the password that npm start printed}"
JAR=$(mktemp -d)
trap 'rm -rf "$JAR"' EXIT

sign_in() { curl -sSf -o /dev/null -c "$JAR/$1" -H 'content-type: application/json' -d "{\"username\":\"$1\",\"password\":\"$SAMPLE_PASSWORD\"}" "$BASE/api/v1/session"; }
get() { curl -sS -b "$JAR/$1" "$BASE/api/v1/$2"; }
post() { curl -sS -b "$JAR/$1" -H 'content-type: application/json' -d "$3" "$BASE/api/v1/$2"; }
# A value out of a JSON answer: pick '.a.b[0]'; fails, showing the answer, when there is none.
pick() { node -e 'let t="";process.stdin.on("data",(d)=>(t+=d)).on("end",()=>{let v;try{v=eval("JSON.parse(t)"+process.argv[1])}catch{};if(v===undefined){console.error(t);process.exit(1)}console.log(typeof v==="string"?v:JSON.stringify(v))})' "$1"; }
# Sends an event and prints where the case now stands: send WHO proposals|filings ID TYPE PAYLOAD
N=0
send() {
  N=$((N + 1))
  printf '%-9s %-24s → ' "$1" "$4"
  post "$1" "$2/$3/events" "{\"type\":\"$4\",\"payload\":${5:-{\}},\"commandId\":\"walk-$$-$N\"}" | pick .statePath
}

for who in clerk reviewer reviewer2 chief; do sign_in "$who"; done
UNIT=$(get clerk session | pick '.roles[0].unit.code')

echo "== Who is short, with a vacancy? (应配、实配、差额)"
TEAM=$(get clerk 'staffing?task=COUNTY_DEPT_TEAM&level=A&limit=50' | pick '.items.find((row) => row.vacancies.deputy > 0).team')
get clerk "teams/$TEAM" | pick '.tasks[0]'
POST=$(get clerk "teams/$TEAM" | pick '.posts.find((post) => post.tier === "deputy" && post.holders.length === 0).code')
OFFICE=$(get clerk "teams/$TEAM" | pick .unit)
OLDER=$(get clerk "cadres?unit=$OFFICE&limit=50" | pick '.items.find((cadre) => cadre.posts.length === 0 && cadre.birth < "1985").code')

echo "== What would the gate say to a candidate who does not count? Nothing is stored."
ASK="{\"unit\":\"$OFFICE\",\"items\":[{\"cadre\":\"$OLDER\",\"appointTo\":\"$POST\",\"kind\":\"appoint\"}]}"
PREVIEW=$(post clerk gate/preview "$ASK")
pick .verdict <<<"$PREVIEW"
pick '.teams[0].sentence' <<<"$PREVIEW"
pick '.suggestions[0].sentence' <<<"$PREVIEW"

echo "== Of those suggested and the office's other young people, the first eligible on the day of the meeting (任职资格)"
SUGGESTED=$(pick '.suggestions[0].items' <<<"$PREVIEW")
PEOPLE=$(pick '.suggestions.map((one) => one.items[0].cadre).join(" ")' <<<"$PREVIEW")
PEOPLE="$PEOPLE $(get clerk "cadres?unit=$OFFICE&limit=200" | pick '.items.filter((cadre) => cadre.posts.length === 0 && cadre.birth >= "1990-01").map(({ code }) => code).join(" ")')"
for CADRE in $PEOPLE; do
  JUDGED=$(get clerk "cadres/$CADRE/eligibility?post=$POST&on=2026-11-12")
  printf '%s ' "$(pick .outcome <<<"$JUDGED")"
  [ "$(pick .outcome <<<"$JUDGED")" = met ] && break
done
pick '.rules.find((rule) => rule.code === "E10").sentence' <<<"$JUDGED"
ITEMS=$(pick ".map((item) => ({ ...item, cadre: '$CADRE' }))" <<<"$SUGGESTED")

echo "== The suggestion becomes a proposal (动议), is submitted and reviewed (动议关)"
ID=$(post clerk proposals "{\"unit\":\"$OFFICE\",\"title\":\"关于补充班子副职的动议\",\"reason\":\"职位空缺，工作需要。\",\"items\":$ITEMS,\"commandId\":\"walk-$$-draft\"}" | pick .id)
send clerk proposals "$ID" SUBMIT
send reviewer proposals "$ID" ACCEPT_FOR_REVIEW
send reviewer proposals "$ID" HEADCOUNT_REVIEW
send reviewer proposals "$ID" YOUNG_CADRE_REVIEW
send reviewer proposals "$ID" ELIGIBILITY_REVIEW '{"result":"passed"}'
send reviewer proposals "$ID" PRIOR_REPORT_REVIEW '{"result":"passed"}'

echo "== The selection procedure (推荐、考察、凡提四必、讨论决定、公示)"
send clerk proposals "$ID" START_SELECTION
send clerk proposals "$ID" RECORD_RECOMMENDATION '{"talkDay":"2026-10-19","meetingDay":"2026-10-20","entitled":30,"present":28,"recommended":25,"notRecommended":1,"other":1,"abstained":1}'
send clerk proposals "$ID" RECORD_INSPECTION '{"inspectors":["考察人甲","考察人乙"],"fromDay":"2026-10-26","toDay":"2026-10-30","conclusion":"表现良好，同意作为人选。"}'
for CHECK in archiveReview personalMattersCheck petitionCheck; do
  send clerk proposals "$ID" RECORD_CHECK "{\"cadre\":\"$CADRE\",\"check\":\"$CHECK\",\"clear\":true,\"day\":\"2026-11-03\",\"evidence\":\"结论材料\"}"
done
send clerk proposals "$ID" RECORD_CHECK "{\"cadre\":\"$CADRE\",\"check\":\"disciplineOpinion\",\"clear\":true,\"day\":\"2026-11-03\",\"evidence\":\"廉洁意见\",\"partySecretary\":\"书记甲\",\"disciplineSecretary\":\"书记乙\"}"
ANSWERS=$(for CASE in politicalDiscipline publicRecognition annualAssessment canvassing familyAbroad effectPeriod other; do
  printf '{"case":"%s","applies":false,"evidence":"考察材料"},' "$CASE"
done)
send clerk proposals "$ID" ANSWER_DISQUALIFICATIONS "{\"cadre\":\"$CADRE\",\"answers\":[${ANSWERS%,}]}"
send clerk proposals "$ID" RECORD_DELIBERATION '{"meetingDay":"2026-11-12","entitled":9,"present":8,"votes":[{"for":7,"against":1,"deferred":0}],"chairSpokeLast":true}'
send clerk proposals "$ID" POST_NOTICE '{"startDay":"2026-11-13"}'
send clerk proposals "$ID" END_NOTICE

echo "== The filing (备案) is opened by itself, filed by the unit, and judged again (备案关)"
for _ in $(seq 50); do
  FILING=$(get clerk "filings?unit=$OFFICE" | pick '.items.at(0)?.id ?? ""')
  [ -n "$FILING" ] && [ "$FILING" != '""' ] && break
  sleep 0.2
done
send clerk filings "$FILING" SUBMIT_FILING "{\"decidedDay\":\"2026-11-12\",\"items\":$ITEMS}"
send reviewer filings "$FILING" ACCEPT_MATERIALS
send reviewer filings "$FILING" RECORD_REVIEW '{"section":"youngCadre","result":"agree","opinion":"差额减少，同意。"}'
send reviewer2 filings "$FILING" RECORD_REVIEW '{"section":"supervision","result":"agree","opinion":"程序完备，同意。"}'
send chief filings "$FILING" ACCEPT

echo "== The appointment is written to the directory"
for _ in $(seq 50); do
  [ "$(get clerk "proposals/$ID" | pick .statePath)" = filed ] && break
  sleep 0.2
done
send clerk proposals "$ID" APPOINT '{"documentNo":"某组干〔2026〕1号","documentDay":"2026-11-23"}'
get clerk "teams/$TEAM?asOf=2026-11-12" | pick '.tasks[0].level'
get clerk "proposals/$ID/history" | pick '.map((event) => event.type).join(" → ")'
echo "done: unit $UNIT, office $OFFICE, team $TEAM, post $POST, older $OLDER, proposal $ID, filing $FILING"
