import { escapeText, type Span } from "@deodar/diagnostics";
import { catalogue, fill, type ValidationCode, type Words } from "../catalogue.ts";

/** Something found in a policy. */
export interface Issue {
  readonly code: ValidationCode;
  readonly message: string;
  readonly help: string | undefined;
  readonly span: Span | undefined;
}

/** Takes what is found. */
export type Report = (issue: Issue) => void;

/** The issue with this code, worded; the help is left out if it needs a word that is not there. */
export function issueOf(code: ValidationCode, given: Words, span: Span | undefined): Issue {
  // Ids are shown with escapes, as strings in policies are.
  const { policy } = given;
  const words = policy === undefined ? given : { ...given, policy: escapeText(String(policy)) };
  const entry: { readonly message: string; readonly help?: string } = catalogue[code];
  const help = entry.help === undefined || lacksWord(entry.help, words) ? undefined : fill(entry.help, words);
  return { code, message: fill(entry.message, words), help, span };
}

function lacksWord(text: string, words: Words): boolean {
  return [...text.matchAll(/\{(\w+)\}/g)].some(([, word]) => words[word as string] === undefined);
}
