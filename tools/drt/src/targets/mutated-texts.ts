import { ByteOffsets, type Diagnostic, type Label, type Result, unwrap } from "@deodar/diagnostics";
import { parseSchema, printSchemaFragment, schemaFragmentFromJsonValue } from "@deodar/schema";
import { parsePolicies, printPolicy } from "@deodar/syntax";
import { type Choices, drawKind, drawPolicy, drawSchema, drawWorld, layOutAnyhow, mutateText } from "@deodar/testing";
import { drawOptions } from "../options.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

/** What is said of texts most of which have a mistake: accepted or not, and the first message with its help and its place. */
export const mutatedTexts: Target = {
  name: "mutated texts",
  share: 1.5,
  referenceEvery: 1,
  run(choices, { reference, census }): CaseResult {
    if (reference === undefined) return { tests: 0, withReference: 0, disagreements: [] };
    const disagreements: Disagreement[] = [];
    const isSchema = choices.chance(50);
    const sources = isSchema ? [schemaText(choices)] : policyTexts(choices);
    let tests = 0;
    for (const source of sources) {
      for (let count = 1 + choices.below(4); count > 0; count--) {
        const text = mutateText(choices, source);
        tests += 1;
        const ours = isSchema ? schemaVerdict(text) : policyVerdict(text);
        const theirs = isSchema ? theirSchemaVerdict(reference, text) : theirPolicyVerdict(reference, text);
        census?.count(
          `mutated texts/${isSchema ? "schema" : "policies"}/${ours === "accepted" ? "accepted" : "refused"}`,
        );
        if (ours === theirs) continue;
        const others = othersIn(isSchema ? parseSchema(text) : parsePolicies(text));
        // What could stand somewhere depends on how the parser went on after the faults before.
        if (others !== "" && withoutExpected(ours) === withoutExpected(theirs)) continue;
        const isVerdict = (ours === "accepted") !== (theirs === "accepted");
        disagreements.push({
          what: `reference: ${isSchema ? "schema" : "policies"}: ${isVerdict ? "verdict" : "message"}`,
          answers: { production: ours + others, reference: theirs },
          sample: () => new Map([[isSchema ? "schema.cedarschema" : "policies.cedar", text]]),
        });
      }
    }
    return { tests, withReference: tests, disagreements };
  },
};

function policyTexts(choices: Choices): string[] {
  const { ground } = drawWorld(choices);
  return choices.list(1, 6, () => {
    const policy = drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices), choices.chance(20));
    return choices.chance(30) ? layOutAnyhow(choices, printPolicy(policy), 5) : printPolicy(policy);
  });
}

export function schemaText(choices: Choices): string {
  const printed = unwrap(printSchemaFragment(unwrap(schemaFragmentFromJsonValue(drawSchema(choices)))));
  return choices.chance(30) ? layOutAnyhow(choices, printed, 5) : printed;
}

interface TheirError {
  readonly message: string;
  readonly help: string | null;
  readonly sourceLocations?: readonly Place[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly label?: string | null;
}

function told(errors: readonly TheirError[]): string {
  const [first] = errors;
  if (first === undefined) return "refused";
  const { message, help } = first;
  // Names that are declared nowhere have places of their own, one or more of them.
  const { sourceLocations = [] } = /failed to resolve types?: |undeclared actions?: /.test(message) ? {} : first;
  const places = sourceLocations.map(
    ({ start, end, label }) => `${start}-${end}${(label ?? "") === "" ? "" : `, ${label}`}`,
  );
  return `${message} (${help ?? ""}) at ${places.join()}`;
}

function ourTold(errors: readonly Diagnostic[], text: string): string {
  const offsets = new ByteOffsets(text);
  const place = ({ start, end, text: label }: Label): Place => ({
    start: offsets.toBytes(start),
    end: offsets.toBytes(end),
    ...(label !== undefined && { label }),
  });
  const [first] = errors;
  if (first === undefined) return "refused";
  const misquoted = errors.find(({ message, labels: [label] }) => {
    const [token] = /(?<=^unexpected token `).*(?=`$)/s.exec(message) ?? [];
    return token !== undefined && label !== undefined && text.slice(label.start, label.end) !== token;
  });
  if (misquoted !== undefined) return `${misquoted.message} is not where it is said to be`;
  return told([{ message: first.message, help: first.help ?? null, sourceLocations: first.labels.map(place) }]);
}

function policyVerdict(text: string): string {
  const parsed = parsePolicies(text);
  return parsed.ok ? "accepted" : ourTold(parsed.errors, text);
}

/** How many faults stand behind the one that is told first, which the parsers tell first if they cannot go on there. */
function othersIn(parsed: Result<unknown>): string {
  return parsed.ok || parsed.errors.length < 2 ? "" : `, after ${parsed.errors.length - 1} more`;
}

function withoutExpected(answer: string): string {
  return answer.replace(/, expected .*$/s, "");
}

function theirPolicyVerdict(reference: Reference, text: string): string {
  const answer = reference.ask((api) => api.policySetTextToParts(text));
  if (isCrash(answer)) return answer.crashed;
  return answer.type === "success" ? "accepted" : told(answer.errors);
}

export function schemaVerdict(text: string): string {
  const parsed = parseSchema(text);
  return parsed.ok ? "accepted" : ourTold(parsed.errors, text);
}

export function theirSchemaVerdict(reference: Reference, text: string): string {
  const answer = reference.ask((api) => api.checkParseSchema(text));
  if (isCrash(answer)) return answer.crashed;
  return answer.type === "success" ? "accepted" : told(answer.errors).replace(schemaPrefix, "");
}

/** What the reference puts before the message of a parser. */
const schemaPrefix = /^failed to parse schema from string: (?:error parsing schema: )?/;
