import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParseError, ParseVerdict } from "./oracle.ts";
import { home } from "./paths.ts";

/** A text, its group and what the reference said of it. */
export interface RecordedText {
  readonly group: string;
  readonly text: string;
  readonly verdict: ParseVerdict;
}

type PackedError = [message: string, help: number, start: number | null, end: number | null, label: number];
type PackedLine = [text: string, ...errors: PackedError[]];

const file = join(home, "record", "texts.jsonl");

/** Reads the committed answers of the reference. */
export function readTextRecord(): RecordedText[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = JSON.parse(lines[0] ?? "") as { helps: string[]; labels: string[] };
  const unpack = ([message, help, start, end, label]: PackedError): ParseError => ({
    message,
    help: names.helps[help] ?? null,
    start,
    end,
    label: names.labels[label] ?? null,
  });
  let group = "";
  const records: RecordedText[] = [];
  for (const line of lines.slice(1)) {
    const packed = JSON.parse(line) as PackedLine | string;
    if (typeof packed === "string") group = packed;
    else
      records.push({ group, text: packed[0], verdict: packed.slice(1).map((error) => unpack(error as PackedError)) });
  }
  return records;
}

/**
 * Writes the answers: first a line with the helps and labels that later lines point into, then for each group its name
 * and for each text a list of the text and its errors.
 */
export function writeTextRecord(records: readonly RecordedText[]): void {
  const helps = new Map<string, number>();
  const labels = new Map<string, number>();
  const indexIn = (names: Map<string, number>, name: string | null): number => {
    if (name === null) return -1;
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  const lines: string[] = [];
  let group = "";
  for (const record of records) {
    if (record.group !== group) {
      group = record.group;
      lines.push(JSON.stringify(group));
    }
    const errors = record.verdict.map(
      (error): PackedError => [
        error.message,
        indexIn(helps, error.help),
        error.start,
        error.end,
        indexIn(labels, error.label),
      ],
    );
    lines.push(JSON.stringify([record.text, ...errors] satisfies PackedLine));
  }
  const names = JSON.stringify({ helps: [...helps.keys()], labels: [...labels.keys()] });
  writeFileSync(file, `${names}\n${lines.join("\n")}\n`);
}
