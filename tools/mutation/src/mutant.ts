/** A place in a text: line and column, both from zero. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One change at one place of the engine's sources, which a test ought to notice. */
export interface Mutant {
  /** The package that it is in, without its scope: `evaluator`. */
  readonly area: string;
  /** The file, from the repository's root, with `/` between folders. */
  readonly file: string;
  /** Where the changed text starts. */
  readonly place: Place;
  /** UTF-16 offsets of the changed text. */
  readonly start: number;
  readonly end: number;
  /** The kind of change, as Stryker names it: `EqualityOperator`. */
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

/** What became of a mutant. */
export type Fate =
  /** Some comparison came out different: what it was. */
  | { readonly kind: "killed"; readonly by: string; readonly milliseconds: number }
  /** The engine hung or took the process down. */
  | { readonly kind: "crashed"; readonly how: string; readonly milliseconds: number }
  /** Nothing was noticed in the whole time. */
  | { readonly kind: "survived"; readonly tests: number };

/** The text of a file with one mutant in it. */
export function mutate(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** One line that says what a mutant changes and where. */
export function describeMutant({ file, place, mutator, original, replacement }: Mutant): string {
  return `${file}:${place.line + 1}:${place.column + 1} ${mutator}: ${brief(original)} → ${brief(replacement)}`;
}

/** What stays the same about a mutant while lines move around it. */
export function mutantKey({ file, original, replacement }: Mutant): string {
  return `${file}\n${original}\n${replacement}`;
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
