// Compares our parser with the recorded answers of the reference and prints how much is equal.
// --list N prints the first N differences of each kind, --write lists the present ones as known.
import { groupBy } from "../src/group-by.ts";
import { compareTexts, writeTextDifferences } from "../src/text-comparison.ts";
import { readTextRecord } from "../src/text-record.ts";

const { score, differences } = compareTexts(readTextRecord());
const percent = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;
console.log(
  `texts             ${score.texts}: ${score.accepted} accepted, ${score.rejected} rejected by the reference`,
);
console.log(`accept or reject  ${percent(score.texts - score.disagreed, score.texts)} alike`);
console.log(`first message     ${percent(score.firstMessage, score.rejected)}`);
console.log(`… and its help    ${percent(score.firstHelp, score.rejected)}`);
console.log(`… and its span    ${percent(score.firstSpan, score.rejected)}`);
console.log(`… and its label   ${percent(score.firstLabel, score.rejected)}`);
console.log(`all messages      ${percent(score.allMessages, score.rejected)}`);
console.log(`everything        ${percent(score.everything, score.rejected)} (labels aside)`);

const at = process.argv.indexOf("--list");
const shown = at < 0 ? 0 : Number(process.argv[at + 1] ?? 3);
for (const [reason, of] of groupBy(differences, (difference) => difference.reason)) {
  console.log(`\n${of.length} x ${reason}`);
  for (const { text, theirs, ours } of of.slice(0, shown)) {
    console.log(`  ${JSON.stringify(text)}\n    theirs ${theirs.join("; ")}\n    ours   ${ours.join("; ")}`);
  }
}
if (process.argv.includes("--write")) writeTextDifferences(differences);
