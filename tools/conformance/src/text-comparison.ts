import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParseError, ParseVerdict } from "./oracle.ts";
import { ourVerdict } from "./our-verdict.ts";
import { home } from "./paths.ts";
import { whyDifferent } from "./text-reasons.ts";
import type { RecordedText } from "./text-record.ts";

/** A text on which our first message, or acceptance itself, is not the reference's. */
export interface TextDifference {
  readonly reason: string;
  readonly text: string;
  /** The first messages; `null` where the text is accepted. */
  readonly theirs: string | null;
  readonly ours: string | null;
}

/** How much of what the reference says we say too; every count but `texts` and `accepted` is of texts it rejects. */
export interface TextScore {
  texts: number;
  accepted: number;
  rejected: number;
  /** Accepted by one, rejected by the other. */
  disagreed: number;
  firstMessage: number;
  firstHelp: number;
  firstSpan: number;
  firstLabel: number;
  /** All errors, as a set of messages. */
  allMessages: number;
  /** All errors in order, with helps and spans. */
  everything: number;
}

/** Compares our answers with the recorded ones. */
export function compareTexts(records: readonly RecordedText[]): { score: TextScore; differences: TextDifference[] } {
  const score: TextScore = {
    texts: 0,
    accepted: 0,
    rejected: 0,
    disagreed: 0,
    firstMessage: 0,
    firstHelp: 0,
    firstSpan: 0,
    firstLabel: 0,
    allMessages: 0,
    everything: 0,
  };
  const differences: TextDifference[] = [];
  for (const { text, verdict: theirs } of records) {
    const ours = ourVerdict(text);
    score.texts++;
    score[theirs.length === 0 ? "accepted" : "rejected"]++;
    const [their] = theirs;
    const [our] = ours;
    if ((their === undefined) !== (our === undefined)) score.disagreed++;
    if (their?.message !== our?.message) {
      const difference = { text, theirs: their?.message ?? null, ours: our?.message ?? null };
      differences.push({ reason: whyDifferent(text, theirs, ours), ...difference });
    }
    if (their === undefined || our === undefined) continue;
    const sameMessage = their.message === our.message;
    if (sameMessage) score.firstMessage++;
    if (sameMessage && their.help === our.help) score.firstHelp++;
    if (sameMessage && their.start === our.start && their.end === our.end) score.firstSpan++;
    if (sameMessage && their.label === our.label) score.firstLabel++;
    if (messagesOf(theirs) === messagesOf(ours)) score.allMessages++;
    if (placesOf(theirs) === placesOf(ours)) score.everything++;
  }
  return { score, differences };
}

const messagesOf = (verdict: ParseVerdict): string => JSON.stringify(verdict.map((error) => error.message).sort());
const withoutLabel = ({ message, help, start, end }: ParseError): unknown => [message, help, start, end];
const placesOf = (verdict: ParseVerdict): string => JSON.stringify(verdict.map(withoutLabel));

const file = join(home, "record", "text-differences.jsonl");

/** The differences that are known, each with its reason. */
export function readTextDifferences(): TextDifference[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as TextDifference);
}

/** Lists these differences as known. */
export function writeTextDifferences(differences: readonly TextDifference[]): void {
  writeFileSync(file, differences.map((difference) => `${JSON.stringify(difference)}\n`).join(""));
}
