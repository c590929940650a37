import {
  debugString,
  type Entity,
  type EntityUid,
  type Long,
  printUid,
  type RecordValue,
  typeOf,
  type Value,
} from "@deodar/core";
import { compareStrings, type Span } from "@deodar/diagnostics";
import { evaluationError } from "./catalogue.ts";
import type { EvaluationError } from "./evaluation-error.ts";

/** What a type error expected instead; the texts are the reference's. */
export const expected = {
  bool: "bool",
  long: "long",
  string: "string",
  set: "set",
  entity: "(entity of type `any_entity_type`)",
  setOrEntity: "one of [set, (entity of type `any_entity_type`)]",
  recordOrEntity: "one of [record, (entity of type `any_entity_type`)]",
  comparable: "one of [long, datetime, duration]",
} as const;

/** How many names of attributes a help text lists. */
const namesListed = 5;

export function typeError(expectedType: string, actual: Value, span: Span | undefined, help?: string): EvaluationError {
  return evaluationError("evaluate/type-error", { expected: expectedType, actual: typeOf(actual) }, span, help);
}

export function missingEntity(uid: EntityUid, span: Span | undefined): EvaluationError {
  return evaluationError("evaluate/missing-entity", { uid: printUid(uid) }, span);
}

export function missingEntityAttribute(entity: Entity, name: string, span: Span | undefined): EvaluationError {
  const owner = `\`${printUid(entity.uid)}\``;
  const note = entity.tags.has(name) ? `; note that a tag (not an attribute) named \`${name}\` does exist` : "";
  const help = listOf(owner, "attributes", entity.attributes) + note;
  return evaluationError("evaluate/missing-attribute", { owner, name }, span, help);
}

export function missingTag(entity: Entity, name: string, span: Span | undefined): EvaluationError {
  const owner = `\`${printUid(entity.uid)}\``;
  const note = entity.attributes.has(name) ? `; note that an attribute (not a tag) named \`${name}\` does exist` : "";
  const help = listOf(owner, "tags", entity.tags) + note;
  return evaluationError("evaluate/missing-tag", { owner, name }, span, help);
}

export function missingRecordAttribute(record: RecordValue, name: string, span: Span | undefined): EvaluationError {
  const help =
    record.entries.size > 0 && record.entries.size <= namesListed
      ? `available attributes: [${leastNames(record.entries).map(debugString).join(", ")}]`
      : listOf("record", "attributes", record.entries);
  return evaluationError("evaluate/missing-attribute", { owner: "record", name }, span, help);
}

export function overflow(operation: string, operands: readonly Long[], span: Span | undefined): EvaluationError {
  const printed = operands.map((operand) => `\`${operand}\``).join(" and ");
  const values = `${operands.length === 1 ? "value" : "values"} ${printed}`;
  return evaluationError("evaluate/integer-overflow", { operation, values }, span);
}

/** The help on what there is instead; its last words speak of attributes also where tags are meant, as the reference's. */
function listOf(owner: string, what: "attributes" | "tags", available: ReadonlyMap<string, Value>): string {
  if (available.size === 0) return `${owner} does not have any ${what}`;
  const names = leastNames(available).join(",");
  const more = available.size - namesListed;
  return more > 0 ? `available ${what}: [${names}, ... (${more} more attributes) ]` : `available ${what}: [${names}]`;
}

/** The first names in Cedar's order; linear, for entities may have very many attributes. */
function leastNames(available: ReadonlyMap<string, Value>): readonly string[] {
  const least: string[] = [];
  for (const name of available.keys()) {
    let at = least.length;
    while (at > 0 && compareStrings(least[at - 1] as string, name) > 0) at -= 1;
    if (at === namesListed) continue;
    least.splice(at, 0, name);
    if (least.length > namesListed) least.pop();
  }
  return least;
}
