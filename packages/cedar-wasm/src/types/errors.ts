/** How bad an error is; `null` in a {@link DetailedError} says that it is an error. */
export type Severity = "advice" | "warning" | "error";

/** A range in a source text, in bytes of its UTF-8 form. */
export interface SourceLocation {
  start: number;
  end: number;
}

/** A range with what is to be said of it. */
export interface SourceLabel extends SourceLocation {
  label: string | null;
}

/** An error or a warning, as all functions report it. */
export interface DetailedError {
  /** What is wrong, worded as Cedar's reference words it. */
  message: string;
  /** How to mend it. */
  help: string | null;
  /** Always `null`, as in the reference. */
  code: string | null;
  /** Always `null`, as in the reference. */
  url: string | null;
  /** `null` for errors. */
  severity: Severity | null;
  /** Where it is, in the text that was given. */
  sourceLocations?: SourceLabel[];
  /** Further errors of the same text. */
  related?: DetailedError[];
}

/** Whether something parses. */
export type CheckParseAnswer = { type: "success" } | { type: "failure"; errors: DetailedError[] };
