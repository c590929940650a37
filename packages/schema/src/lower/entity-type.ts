import type { EntityType, EnumeratedEntityType, RecordType, SchemaAnnotation } from "../ast.ts";
import type { CstEntity } from "../cst.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import { lowerString, lowerWord } from "./text.ts";
import { lowerRecord, lowerType, lowerTypeNames } from "./type.ts";

/** One entity type for each of the names of a declaration. */
export function lowerEntity(
  lowering: Lowering,
  node: CstEntity,
  annotations: readonly SchemaAnnotation[],
): (EntityType | EnumeratedEntityType)[] {
  const span = spanOf(node);
  const names = node.names.map((word) => ({
    span,
    name: lowerWord(lowering, word),
    nameSpan: spanOf(word),
    annotations,
  }));
  const { body } = node;
  if (body.kind === "enum") {
    const [head, ...tail] = body.choices;
    const first = lowerString(lowering, head);
    const choices: [string, ...string[]] = [first, ...tail.map((each) => lowerString(lowering, each))];
    return names.map((declared) => ({ kind: "enumeratedEntityType", ...declared, choices }));
  }
  const memberOfTypes = lowerTypeNames(lowering, body.parents);
  const shape = body.shape === null ? empty : lowerRecord(lowering, body.shape);
  const tags = body.tags === null ? undefined : lowerType(lowering, body.tags);
  return names.map((declared) => ({ kind: "entityType", ...declared, memberOfTypes, shape, tags }));
}

const empty: RecordType = { kind: "record", span: undefined, attributes: [], additionalAttributes: false };
