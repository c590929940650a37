import { parseSchema } from "@deodar/schema";
import { ourAnswers, type Remark, referenceAnswers, type ValidationAnswer } from "./answers.ts";

/** Why an answer may differ from the reference's; the reason of each is told in docs/differences.md. */
export type DifferenceReason = "repeated" | "equally near names" | undefined;

/** A policy about which the two engines do not say the same. */
export interface ValidationDifference {
  readonly name: string;
  /** `undefined` is a fault. */
  readonly reason: DifferenceReason;
  /** Whether only one of them finds errors. */
  readonly inVerdict: boolean;
  readonly policy: string;
  /** What only the reference says. */
  readonly theirs: readonly string[];
  /** What only Deodar says. */
  readonly ours: readonly string[];
}

/** What a comparison gave. */
export interface ValidationScore {
  readonly policies: number;
  readonly valid: number;
  readonly same: number;
  readonly sameVerdict: number;
  readonly differences: readonly ValidationDifference[];
}

/** Policies to compare under one schema; the name says which they are. */
export interface ValidationInput {
  readonly name: string;
  readonly schema: string;
  readonly policies: readonly string[];
}

/** Compares what both engines say about each policy, as multisets of remarks. Throws if either cannot read an input. */
export function compareValidation(inputs: Iterable<ValidationInput>): ValidationScore {
  const differences: ValidationDifference[] = [];
  let policies = 0;
  let valid = 0;
  for (const input of inputs) {
    const schema = parseSchema(input.schema);
    if (!schema.ok) throw new Error(`${input.name}: ${schema.errors[0]?.message ?? ""}`);
    const theirs = referenceAnswers(input.schema, input.policies);
    if (theirs === undefined) throw new Error(`${input.name}: the reference cannot read it`);
    const ours = ourAnswers(schema.value, input.policies);
    for (const [index, policy] of input.policies.entries()) {
      policies += 1;
      const one = theirs[index] as ValidationAnswer;
      const other = ours[index];
      if (other === undefined) throw new Error(`${input.name}: not one policy: ${policy}`);
      if (one.errors.length === 0) valid += 1;
      const difference = differenceOf(`${input.name} ${index}`, policy, one, other);
      if (difference !== undefined) differences.push(difference);
    }
  }
  const sameVerdict = policies - differences.filter(({ inVerdict }) => inVerdict).length;
  return { policies, valid, same: policies - differences.length, sameVerdict, differences };
}

function differenceOf(
  name: string,
  policy: string,
  theirs: ValidationAnswer,
  ours: ValidationAnswer,
): ValidationDifference | undefined {
  const left = lines(theirs);
  const right = lines(ours);
  if (left.join("\n") === right.join("\n")) return undefined;
  const inVerdict = (theirs.errors.length === 0) !== (ours.errors.length === 0);
  return {
    name,
    reason: inVerdict ? undefined : reasonOf(left, right),
    inVerdict,
    policy,
    theirs: without(left, right),
    ours: without(right, left),
  };
}

function reasonOf(theirs: readonly string[], ours: readonly string[]): DifferenceReason {
  const once = (list: readonly string[]): string => [...new Set(list)].join("\n");
  if (once(theirs) === ours.join("\n")) return "repeated";
  const unnamed = (list: readonly string[]): string =>
    once(list.map((line) => line.replace(/did you mean `.*?`\?/, "did you mean")).sort());
  return unnamed(theirs) === unnamed(ours) ? "equally near names" : undefined;
}

function lines({ errors, warnings }: ValidationAnswer): string[] {
  const line = (severity: string) => (remark: Remark) =>
    [severity, remark.place?.join("..") ?? "nowhere", remark.message, remark.help ?? ""].join(" | ");
  return [...errors.map(line("error")), ...warnings.map(line("warning"))].sort();
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((line) => {
    const at = rest.indexOf(line);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}
