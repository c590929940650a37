import type { Diagnostic, Label } from "./diagnostic.ts";

/** The texts of a code; `{word}` stands for a word that depends on the case. */
export interface ErrorText {
  readonly message: string;
  readonly help?: string;
}

/**
 * The error with these texts, their words filled in; words that are not given are left out, and so is a help that is
 * empty then. `labels` and `path` say where it is.
 */
export function errorOf(
  code: string,
  { message, help = "" }: ErrorText,
  words: { readonly [word: string]: string },
  { labels = [], path }: { readonly labels?: readonly Label[]; readonly path?: Diagnostic["path"] } = {},
): Diagnostic {
  const advice = fillWords(help, words);
  return {
    code,
    severity: "error",
    message: fillWords(message, words),
    ...(advice === "" ? {} : { help: advice }),
    labels,
    ...(path === undefined ? {} : { path }),
    related: [],
  };
}

/** A template with words in the stead of their names in braces; `""` for those that are not given. */
export function fillWords(template: string, words: { readonly [word: string]: string }): string {
  return template.replace(/\{(\w+)\}/g, (_, word: string) =>
    Object.hasOwn(words, word) ? (words[word] as string) : "",
  );
}
