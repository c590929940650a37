import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParseError, ParseVerdict } from "./oracle.ts";
import { ourVerdict } from "./our-verdict.ts";
import { home } from "./paths.ts";
import { whyDifferent } from "./text-reasons.ts";
import type { RecordedText } from "./text-record.ts";

/** A text on which our errors, the lists of expected tokens aside, are not the reference's. */
export interface TextDifference {
  readonly reason: string;
  readonly text: string;
  /** All messages, with the places in UTF-8 bytes. */
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
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
    if (placesOf(theirs) !== placesOf(ours)) {
      differences.push({
        reason: whyDifferent(theirs, ours),
        text,
        theirs: theirs.map(summary),
        ours: ours.map(summary),
      });
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
const summary = ({ message, start, end }: ParseError): string => `${start}..${end} ${message}`;
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
