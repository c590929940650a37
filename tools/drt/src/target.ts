import type { Choices } from "@deodar/testing";
import type { Census } from "./census.ts";
import type { Production } from "./production.ts";
import type { Reference } from "./reference.ts";

/** Who gives an answer. */
export type Witness = "production" | "model" | "reference";

/** The answers of those that answer otherwise, as texts that can be compared and read. */
export type Answers = { readonly [witness in Witness]?: string };

/** One question that is not answered alike. */
export interface Disagreement {
  /** In what the answers differ, in a few words that are the same for all such disagreements: `decision`. */
  readonly what: string;
  readonly answers: Answers;
  /** Files that say the whole question, by name. Asked for only when it is reported. */
  readonly sample: () => ReadonlyMap<string, string>;
}

/** What a case came to. */
export interface CaseResult {
  /** How many questions were put to at least two witnesses, or answered in two independent ways, and compared. */
  readonly tests: number;
  /** How many of them the reference answered, too. */
  readonly withReference: number;
  readonly disagreements: readonly Disagreement[];
}

/** What a target has at hand. */
export interface Laboratory {
  readonly production: Production;
  /** `undefined` in cases that the reference takes no part in. */
  readonly reference: Reference | undefined;
  /** Where outcomes are counted, in some cases. */
  readonly census: Census | undefined;
}

/** One kind of question. */
export interface Target {
  readonly name: string;
  /** Its share of the time of a run; shares are put in proportion to each other. */
  readonly share: number;
  /** One case in so many is put to the reference, too. */
  readonly referenceEvery: number;
  /** Makes one case of the choices, and asks. Equal choices give equal results. */
  run(choices: Choices, laboratory: Laboratory): CaseResult;
}
