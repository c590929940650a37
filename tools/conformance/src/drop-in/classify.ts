import { isDeepStrictEqual } from "node:util";
import type { Difference } from "./run.ts";

/** The cause of a difference that nobody has explained yet. */
export const unexplained = "unexplained";

interface PlainError {
  readonly message: string;
  readonly related: readonly PlainError[];
}

type Answer = { readonly [key: string]: unknown };

/** Why an answer of ours may differ from the reference's, though both say the same; see docs/differences.md. */
export function causeOf({ relation, calls, theirs, ours }: Difference): string {
  if (relation === "different") return unexplained;
  if ("thrown" in theirs) return "what is thrown for a malformed call is worded otherwise";
  const [their, our] = [answerOf(theirs), answerOf(ours)];
  if (!isFailure(their) || !isFailure(our)) {
    if ("response" in their && JSON.stringify(calls).includes("templateLinks")) {
      return "the reference leaves the slots of links in residuals";
    }
    if (sameButSuggestions(their, our)) return "of names that are equally near the reference suggests one by chance";
    if (sameButRepeats(their, our)) return "the reference says the same of the same place once for each type";
    if (sameButPlaces(their, our)) return "the place of an error in a chain whose start stands in parentheses";
    if ("text" in their) return "the reference quotes the keys of records inside of `Value`";
    return "json" in their ? "the reference drops members of JSON policies that it ignores" : unexplained;
  }
  const [their0, our0] = firstUnlike(their.errors, our.errors);
  if (their0 === undefined || our0 === undefined) return "more or fewer errors of a call with several faults";
  if (isSyntax(their0) || isSyntax(our0)) return "after a syntax error the reference goes on elsewhere";
  if (their0.message !== our0.message) return "of several faults in a JSON document another is the first";
  return "the place or the help of an error in a JSON document";
}

/** Whether all is the same but for where errors of evaluation point. */
function sameButPlaces(their: Answer, our: Answer): boolean {
  const withoutPlaces = (answer: Answer): string =>
    JSON.stringify(answer["response"], (key, value: unknown) => (key === "sourceLocations" ? undefined : value));
  return "response" in their && "response" in our && withoutPlaces(their) === withoutPlaces(our);
}

/** Whether validation found the same, but for the names that it suggests. */
function sameButSuggestions(their: Answer, our: Answer): boolean {
  const found = (answer: Answer): unknown =>
    JSON.stringify(answer["validationErrors"] ?? null, (key, value: unknown) =>
      key === "help" && typeof value === "string" ? value.replace(/^did you mean `.*`\?$/, "did you mean …?") : value,
    );
  const sorted = (answer: Answer): string => [...String(found(answer)).split('{"policyId"')].map(bare).sort().join();
  const bare = (text: string): string => text.replace(/[\],}]*$/, "");
  return "validationErrors" in their && sorted(their) === sorted(our);
}

/** Whether validation found the same, though not as often. */
function sameButRepeats(their: Answer, our: Answer): boolean {
  const found = (answer: Answer): unknown[] =>
    ["validationErrors", "validationWarnings"].map((key) => {
      const list = (answer[key] ?? []) as readonly unknown[];
      return [...new Set(list.map((each) => JSON.stringify(each)))].sort();
    });
  return "validationErrors" in their && isDeepStrictEqual(found(their), found(our));
}

const answerOf = (outcome: Difference["theirs"]): Answer => ("answer" in outcome ? (outcome.answer as Answer) : {});

function isFailure(answer: Answer): answer is { readonly errors: readonly PlainError[] } {
  return answer["type"] === "failure" && Array.isArray(answer["errors"]);
}

function firstUnlike(theirs: readonly PlainError[], ours: readonly PlainError[]): readonly (PlainError | undefined)[] {
  const theirTexts = theirs.map((error) => JSON.stringify(error));
  const ourTexts = ours.map((error) => JSON.stringify(error));
  return [
    theirs[theirTexts.findIndex((text) => !ourTexts.includes(text))],
    ours[ourTexts.findIndex((text) => !theirTexts.includes(text))],
  ];
}

const syntax = /unexpected (?:token|end)|invalid token|error parsing schema|cannot parse input policies|from string: /;

function isSyntax(error: PlainError): boolean {
  return syntax.test(error.message) || error.related.length > 0;
}
