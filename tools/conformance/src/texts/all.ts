import { handWritten } from "./hand-written.ts";
import { mutationTexts } from "./mutations.ts";

/** A text of the table and the group it came from. */
export interface TableText {
  readonly group: string;
  readonly text: string;
}

/** All texts of the table in a fixed order, each once. */
export function allTexts(): TableText[] {
  const groups = { ...handWritten, mutations: mutationTexts(20_240_501, 1800) };
  const seen = new Set<string>();
  const all: TableText[] = [];
  for (const [group, texts] of Object.entries(groups))
    for (const text of texts) {
      if (seen.has(text)) continue;
      seen.add(text);
      all.push({ group, text });
    }
  return all;
}
