import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "./paths.ts";

/** What a schema text is turned into: JSON, text again, and JSON with resolved types. */
export interface SchemaForms {
  readonly json: unknown;
  readonly text: string;
  readonly resolved: unknown;
}

const file = join(home, "record", "schemas.txt");

/** A few characters that stand for a schema text. */
export function keyOf(text: string): string {
  return digest(text);
}

/** A few characters that stand for each of the forms; the order of keys in JSON does not count. */
export function digestForms({ json, text, resolved }: SchemaForms): string {
  return [JSON.stringify(sorted(json)), text, JSON.stringify(sorted(resolved))].map(digest).join(" ");
}

/** Reads the committed answers of the reference: for the key of each schema text the digests of its forms. */
export function readSchemaRecord(): ReadonlyMap<string, string> {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}

/** Writes the answers, in the order of their keys. */
export function writeSchemaRecord(record: ReadonlyMap<string, string>): void {
  const lines = [...record].map(([key, digests]) => `${key} ${digests}\n`).sort();
  writeFileSync(file, lines.join(""));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}

/** A copy with sorted keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
