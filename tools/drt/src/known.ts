import type { CaseResult, Disagreement, Witness } from "./target.ts";

/** A kind of disagreement that is understood. */
export interface KnownDifference {
  readonly target: string;
  /** Whether it is this one. */
  readonly matches: (disagreement: Disagreement) => boolean;
  /** Whose answer is not what it should be, or is only another. */
  readonly whose: Witness;
  /** Why; told at more length in docs/differences.md or docs/verification.md. */
  readonly reason: string;
}

/** All that are known. Only differences from the reference can be: the engine and the model agree or one has a fault. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    target: "faulty conditions",
    matches: ({ what, answers: { production } }) =>
      what.includes("sourceLocations.") && production?.includes("attempting to negate the value") === true,
    whose: "reference",
    reason: "of negations in a row, it names the place of all of them, the engine that of the one which failed",
  },
  {
    target: "faulty conditions",
    matches: ({ what, answers: { production } }) =>
      what.includes("sourceLocations.") && production?.includes("integer overflow while attempting to") === true,
    whose: "production",
    reason: "of a chain such as `(a * b) * c`, the tree has the place of the whole, not of each bracket",
  },
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.endsWith(": errors.message") &&
      [answers.production, answers.reference].every((answer) =>
        answer?.includes("failed to parse schema from JSON: "),
      ) &&
      /unknown field|missing field|invalid (?:type|value|length)/.test(answers.reference ?? ""),
    whose: "reference",
    reason: "of several faults in the shape of a schema, another one is told first",
  },
  {
    target: "partial",
    matches: ({ what }) => what === "reference: spelling in a residual",
    whose: "reference",
    reason: 'of equal elements of a set, such as decimal("1.0") and decimal("1.00"), another one is kept',
  },
  {
    target: "mutated JSON",
    matches: ({ what, answers }) =>
      what === "reference: context under a schema: message" &&
      withoutSpellings(answers.production) === withoutSpellings(answers.reference),
    whose: "reference",
    reason: "of equal elements of a set, another one is kept, and told in the message about the context",
  },
  {
    target: "formatting",
    matches: ({ what, answers: { production, reference } }) =>
      what === "reference: text" &&
      production?.includes("//") === true &&
      production.replace(/\s+/g, "") === reference?.replace(/\s+/g, ""),
    whose: "reference",
    reason: "it changes the white space around a comment behind a string once more when it formats its own text",
  },
  ...["mutated JSON", "mutated texts"].map(
    (target): KnownDifference => ({
      target,
      matches: ({ what, answers }) =>
        what === "reference: schema: message" && undeclaredIn(answers.production) === undeclaredIn(answers.reference),
      whose: "reference",
      reason: "actions that are declared nowhere come in the order of a hash table",
    }),
  ),
  {
    target: "conformance",
    matches: ({ what, answers: { production } }) =>
      what === "reference: entities: message" && production?.includes("; ") === true,
    whose: "reference",
    reason: "of several faults of entities, another one is told first",
  },
  {
    target: "validation",
    matches: ({ what, answers }) =>
      what.startsWith("reference: ") && withoutSuggestion(answers.production) === withoutSuggestion(answers.reference),
    whose: "reference",
    reason: "of names that are equally near to a misspelt one, it suggests one by the order of a hash table",
  },
  ...["validation", "guards"].map(
    (target): KnownDifference => ({
      target,
      matches: ({ what, answers: { production, reference } }) =>
        what === "reference: errors" && withoutTag(production) === withoutTag(reference),
      whose: "reference",
      reason: "the expression that names a tag is cited as the type checker has left it, without `!=` or a dead branch",
    }),
  ),
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.includes("validationWarnings") && eachOnce(answers.production) === eachOnce(answers.reference),
    whose: "reference",
    reason: "it warns twice of what stands before `is … in`, which it takes apart into two conditions",
  },
  {
    target: "drop-in",
    matches: ({ what, answers: { production } }) =>
      what.endsWith(": behind a comment") && production?.includes("unexpected end of input") === true,
    whose: "reference",
    reason: "a text without a token ends where it begins, whatever comment is in it",
  },
  {
    target: "drop-in",
    matches: ({ what, answers: { production, reference } }) =>
      what.includes("response.residuals.") &&
      production?.includes('{"Value":{"__extn":{"fn":') === true &&
      reference?.includes('{"Value":{"__extn":{"fn":') === false,
    whose: "reference",
    reason: "a call of a function that does not exist is written in residuals as no reader takes it",
  },
  {
    target: "drop-in",
    matches: ({ what }) => what === "reference: another fault of several",
    whose: "reference",
    reason: "of several faults in a JSON document, another one is told first",
  },
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.endsWith("ToText: text") && withoutQuotes(answers.production) === withoutQuotes(answers.reference),
    whose: "reference",
    reason: "the keys of records inside of `Value` are quoted",
  },
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.includes("sourceLocations") &&
      withoutTypePlaces(answers.production) === withoutTypePlaces(answers.reference),
    whose: "production",
    reason: "the tree has no place for the name of a type, which is taken to stand as the printer lays it out",
  },
  ...["drop-in", "mutated JSON", "conformance"].map(
    (target): KnownDifference => ({
      target,
      matches: ({ answers }) =>
        /invalid (?:type: sequence|length \d+), expected (?:struct|adjacently tagged enum)|expected a literal entity reference, but got `(?:\{"__entity":)?\[/.test(
          answers.production ?? "",
        ),
      whose: "reference",
      reason: "a structure may be the list of its fields, by accident of its JSON library",
    }),
  ),
  {
    target: "drop-in",
    matches: ({ answers }) =>
      /untagged enum HasAttrRepr|expected map with a single key|expected \\\\?"kind\\\\?" or/.test(
        answers.reference ?? "",
      ),
    whose: "reference",
    reason: "of some faults in JSON policies, it tells what its JSON library was looking for",
  },
  {
    target: "mutated JSON",
    matches: ({ what, answers }) =>
      what.endsWith(": message") &&
      shape.test(withoutPrefix(answers.production)) &&
      shape.test(withoutPrefix(answers.reference)),
    whose: "reference",
    reason:
      "of several faults in the shape of a document, another one is told first, or what its JSON library was looking for",
  },
  {
    target: "mutated JSON",
    matches: ({ what, answers }) =>
      what === "reference: policy: message" && answers.production?.includes('" is not a name') === true,
    whose: "production",
    reason: "JSON policies are read without the parser, whose words the reference has for names",
  },
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.startsWith("reference: schemaToJsonWithResolvedTypes: errors") &&
      [answers.production, answers.reference].every((answer) => answer?.includes("failed to resolve type: ") === true),
    whose: "reference",
    reason: "of several names that are declared nowhere, it tells the first by kind and name of its declaration",
  },
  ...["mutated JSON", "mutated texts", "drop-in"].map(
    (target): KnownDifference => ({
      target,
      matches: ({ what, answers }) =>
        what.startsWith("reference: ") && namesIn(answers.production) === namesIn(answers.reference),
      whose: "reference",
      reason: "names that are declared nowhere come in the order of a hash table, and the help is of the first",
    }),
  ),
  {
    target: "mutated texts",
    matches: ({ what, answers }) =>
      what.endsWith(": message") && isSameButForLists(answers.production, answers.reference),
    whose: "reference",
    reason: "of what could stand at a place, it leaves out commas of lists, and calls some words by the parser's names",
  },
  {
    target: "mutated texts",
    matches: ({ what, answers }) => what.endsWith(": message") && isLaterFault(answers.production, answers.reference),
    whose: "reference",
    reason: "after a syntax error it goes on elsewhere, and tells first where it cannot go on",
  },
  {
    target: "drop-in",
    matches: ({ what, answers }) =>
      what.endsWith(": errors.message") &&
      isLaterFault(firstFaultOf(answers.production), firstFaultOf(answers.reference)),
    whose: "reference",
    reason: "after a syntax error it goes on elsewhere, and tells first where it cannot go on",
  },
];

/** Whether two answers differ only in what could stand in a list, or in how tokens are called. */
function isSameButForLists(one = "", other = ""): boolean {
  const [ours, theirs] = [expectedIn(one), expectedIn(other)];
  if (ours === undefined || theirs === undefined || ours.fault !== theirs.fault) return false;
  const [only] = theirs.items;
  const closes = theirs.items.length === 1 && (only === "]" || only === ")");
  return closes ? ours.items.includes(only) : ours.items.join() === theirs.items.join();
}

/** What could have stood at a place, in one order and one spelling, without commas. */
function expectedIn(answer: string): { readonly fault: string; readonly items: readonly string[] } | undefined {
  const [, fault, expected] = /^(.*?), expected (.*?)(?:, after \d+ more)?$/s.exec(answer) ?? [];
  const items = expected?.match(/`[^`]+`|[A-Za-z]+(?: [a-z]+)*/g) ?? [];
  const names = items.map((item) => item.replaceAll("`", "").toLowerCase());
  return fault === undefined
    ? undefined
    : { fault, items: names.filter((item) => item !== "," && item !== "or").sort() };
}

/** Whether both are syntax errors with a place, and the second one is further on, or other faults were passed before. */
function isLaterFault(one = "", other = ""): boolean {
  const syntax = /(?:^|: )(?:unexpected |invalid token).* at (\d+)-\d+(?:, expected .*?)?(, after \d+ more)?$/s;
  const [, here, passed] = syntax.exec(one) ?? [];
  const [, there] = syntax.exec(other) ?? [];
  if (here === undefined || there === undefined) return false;
  return passed === undefined ? Number(here) < Number(there) : here !== there;
}

/** The first error of a drop-in's answer, with its place. */
function firstFaultOf(answer = "{}"): string {
  const { errors = [] } = JSON.parse(answer) as { readonly errors?: readonly DetailedFault[] };
  const [
    {
      message,
      sourceLocations: [place],
    } = { message: "", sourceLocations: [] },
  ] = errors;
  return `${message} at ${place?.start}-${place?.end}`;
}

interface DetailedFault {
  readonly message: string;
  readonly sourceLocations: readonly { readonly start: number; readonly end: number }[];
}

/** What is said of documents that have not the shape of their types. */
const shape =
  /(?:^|; )(?:invalid (?:type|value|length)|missing field|unknown (?:field|variant)|data did not match|empty map|JSON object representing)/;

function withoutPrefix(answer = ""): string {
  return answer.replace(
    /^failed to parse policy from JSON: error deserializing a policy\/template from JSON: |^error during entity deserialization: |^failed to parse schema from JSON: /,
    "",
  );
}

/** The names that cannot be resolved, in one order; a text that equals no other if there are none. */
function namesIn(answer = ""): string | symbol {
  const [names] = /(?<=failed to resolve types: )[^;("]*/.exec(answer) ?? [];
  return names?.trim().split(", ").sort().join() ?? Symbol();
}

/** The actions that are not declared, in one order; a text that equals no other if there are none. */
function undeclaredIn(answer = ""): string | symbol {
  const [, names] = /undeclared actions?: (.*?)(?: \(any actions .*)?$/s.exec(answer) ?? [];
  return (
    names
      ?.split(/, and |, | and /)
      .sort()
      .join() ?? Symbol()
  );
}

/** An answer without the places of types and what may have been meant, its lists in one order, each member once. */
function withoutTypePlaces(answer = "{}"): string {
  return JSON.stringify(leaveOutTypePlaces(JSON.parse(answer)));
}

/** An answer with the members of its lists in one order and each once. */
function eachOnce(answer = "{}"): string {
  return JSON.stringify(JSON.parse(answer), (_, part: unknown) =>
    Array.isArray(part) ? [...new Set(part.map((each) => JSON.stringify(each)))].sort() : part,
  );
}

function leaveOutTypePlaces(part: unknown): unknown {
  if (Array.isArray(part)) return [...new Set(part.map((each) => JSON.stringify(leaveOutTypePlaces(each))))].sort();
  if (typeof part !== "object" || part === null) return part;
  const { message } = part as { readonly message?: unknown };
  const isOf = (what: string): boolean => typeof message === "string" && message.includes(`unrecognized ${what}`);
  // What a name may have been meant to be hangs on the order of a hash table.
  const members = isOf("entity type")
    ? { ...part, help: "", sourceLocations: [] }
    : isOf("action")
      ? { ...part, help: "" }
      : part;
  return Object.fromEntries(Object.entries(members).map(([key, member]) => [key, leaveOutTypePlaces(member)]));
}

function withoutQuotes(answer: string | undefined): string | undefined {
  return answer?.replace(/\\"|\\\\/g, "");
}

/** A message without the texts that extension values were made of. */
function withoutSpellings(message: string | undefined): string | undefined {
  return message?.replace(/(decimal|ip|datetime|duration)\("[^"]*"\)/g, "$1");
}

/** Errors about tags without the expressions that name these; a text that equals no other if one is about anything else. */
function withoutTag(answer = ""): string | symbol {
  const errors = answer.split("\n");
  if (!errors.every((error) => error.includes("safety of access to tag `"))) return Symbol();
  return errors
    .map((error) => error.replace(/(?<=safety of access to tag `).*/s, ""))
    .sort()
    .join("\n");
}

function withoutSuggestion(answer: string | undefined): string | undefined {
  return answer?.replace(/did you mean `[^`]*`\?/g, "did you mean …?");
}

/**
 * Whether a disagreement of this kind is about nothing but the words, or the places, in which the reference says the same:
 * that something is faulty.
 */
export function isWording(what: string): boolean {
  return what.startsWith("reference: ") && /\b(?:message|help|warnings|sourceLocations(?:\.\w+)*)$/.test(what);
}

/** What is thought of a disagreement. */
export interface Classification {
  readonly whose: Witness | "unclear";
  /** The reason of a known difference; `undefined` if nobody has explained it yet. */
  readonly reason: string | undefined;
}

/**
 * Whose fault a disagreement seems to be: of the one against whom two others agree.
 *
 * @param whole all that came up in the same case, with the reference
 */
export function classify(target: string, disagreement: Disagreement, whole?: CaseResult): Classification {
  const known = knownDifferences.find((each) => each.target === target && each.matches(disagreement));
  if (known !== undefined) return { whose: known.whose, reason: known.reason };
  return { whose: culprit(disagreement, whole), reason: undefined };
}

function culprit({ what, answers }: Disagreement, whole: CaseResult | undefined): Classification["whose"] {
  const { production, model, reference } = answers;
  // Two ways of the engine to the same answer.
  if (production !== undefined && model === undefined && reference === undefined) return "production";
  if (what.startsWith("reference")) {
    if (model === undefined || whole === undefined) return "unclear";
    // Where the engine differs from the model as well, it is on its own.
    return whole.disagreements.every((each) => each.what.startsWith("reference")) ? "reference" : "production";
  }
  if (whole === undefined || whole.withReference === 0) return "unclear";
  return whole.disagreements.some((each) => each.what.startsWith("reference")) ? "production" : "model";
}
