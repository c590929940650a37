// Asks the reference about every text of the table and writes its answers to record/texts.jsonl.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { oracleParse } from "../src/oracle.ts";
import { home } from "../src/paths.ts";
import { type RecordedText, writeTextRecord } from "../src/text-record.ts";
import { allTexts } from "../src/texts/all.ts";

mkdirSync(join(home, "record"), { recursive: true });
const counts = new Map<string, [accepted: number, rejected: number]>();
const records: RecordedText[] = allTexts().map(({ group, text }) => {
  const verdict = oracleParse(text);
  const count = counts.get(group) ?? [0, 0];
  count[verdict.length === 0 ? 0 : 1]++;
  counts.set(group, count);
  return { group, text, verdict };
});
writeTextRecord(records);
for (const [group, [accepted, rejected]] of counts)
  console.log(`${group.padEnd(14)} ${accepted} accepted, ${rejected} rejected`);
console.log(`${records.length} texts`);
