import { compareStrings, type Diagnostic, failure, quote, type Result, success } from "@deodar/diagnostics";
import type {
  Action,
  AppliesTo,
  EntityType,
  EnumeratedEntityType,
  Namespace,
  SchemaFragment,
  TypeName,
} from "../ast.ts";
import { schemaFault } from "../faults/catalogue.ts";
import { byName } from "../json/by-name.ts";
import { isEmptyRecord } from "../json/to-json.ts";
import { maxWrittenParts } from "../limits.ts";
import { collisionsOf, partsOf, typesOf } from "./collisions.ts";
import { countParts } from "./count-parts.ts";
import { printAnnotations, printType } from "./type.ts";

/**
 * Writes a schema in the Cedar schema syntax, laid out and sorted by name as the reference does it.
 *
 * Not all that the JSON format says can be said in text: an error tells what cannot, since another schema would be read
 * back. Actions that apply to no principals or to no resources lose what else they say of that: they apply to nothing.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html
 */
export function printSchemaFragment(fragment: SchemaFragment): Result<string> {
  const faults = faultsOf(fragment);
  if (faults.length > 0) return failure(faults);
  if (countParts(fragment) > maxWrittenParts) {
    return failure([schemaFault("schema/too-large", [], { limit: String(maxWrittenParts) })]);
  }
  return success([...fragment.namespaces].sort(compareNamespaces).map(printNamespace).join("\n"));
}

/** The reference sorts by the last part of the name first. */
function compareNamespaces(a: Namespace, b: Namespace): number {
  const left = a.name.split("::");
  const right = b.name.split("::");
  const last = compareStrings(left.pop() as string, right.pop() as string);
  if (last !== 0) return last;
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = compareStrings(part, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function printNamespace(namespace: Namespace): string {
  const { name, annotations } = namespace;
  if (name === "") return printMembers(namespace, "");
  return `${printAnnotations(annotations, "")}namespace ${name} {\n${printMembers(namespace, "  ")}}\n`;
}

function printMembers({ commonTypes, entityTypes, actions }: Namespace, indent: string): string {
  const declarations = [
    ...byName(commonTypes).map((each) => [each, `type ${each.name} = ${printType(each.type, indent)}`] as const),
    ...byName(entityTypes).map((each) => [each, `entity ${each.name}${printEntityType(each, indent)}`] as const),
    ...byName(actions).map((each) => [each, `action ${quote(each.name)}${printAction(each, indent)}`] as const),
  ];
  return declarations
    .map(([{ annotations }, text]) => `${printAnnotations(annotations, indent)}${indent}${text};\n`)
    .join("\n");
}

function printEntityType(type: EntityType | EnumeratedEntityType, indent: string): string {
  if (type.kind === "enumeratedEntityType") return ` enum [${type.choices.map((id) => quote(id)).join(", ")}]`;
  const parents = type.memberOfTypes.length === 0 ? "" : ` in ${printNames(type.memberOfTypes)}`;
  const shape = isEmptyRecord(type.shape) ? "" : ` = ${printType(type.shape, indent)}`;
  return `${parents}${shape}${type.tags === undefined ? "" : ` tags ${printType(type.tags, "")}`}`;
}

function printAction({ memberOf = [], appliesTo }: Action, indent: string): string {
  const groups = memberOf.map(({ type = "Action", id }) => `${type}::${quote(id)}`);
  const parents = groups.length === 0 ? "" : ` in [${groups.join(", ")}]`;
  return parents + (appliesTo === undefined ? "" : printAppliesTo(appliesTo, indent));
}

/** Nothing if one of the lists is empty, which text cannot say otherwise. */
function printAppliesTo({ principalTypes, resourceTypes, context }: AppliesTo, indent: string): string {
  if (principalTypes.length === 0 || resourceTypes.length === 0) return "";
  const inner = `${indent}  `;
  const lines = [
    `principal: ${printNames(principalTypes)}`,
    `resource: ${printNames(resourceTypes)}`,
    `context: ${isEmptyRecord(context) ? "{}" : printType(context, inner)}`,
  ];
  return ` appliesTo {\n${lines.map((line) => inner + line).join(",\n")}\n${indent}}`;
}

function printNames(names: readonly TypeName[]): string {
  return `[${names.map(({ name }) => name).join(", ")}]`;
}

/** What text cannot say. */
function faultsOf(fragment: SchemaFragment): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const collisions = collisionsOf(fragment);
  if (collisions.length > 0) faults.push(schemaFault("schema/name-collision", [], { names: collisions.join(", ") }));
  const shapes = fragment.namespaces.flatMap(unwritableShapes);
  if (shapes.length > 0) faults.push(schemaFault("schema/unwritable-shape", [], { names: shapes.join(", ") }));
  for (const namespace of fragment.namespaces) {
    for (const { name, attributes, appliesTo } of namespace.actions) {
      if (attributes !== undefined) faults.push(unwritable(`the attributes of action ${quote(name)}`));
      const context = appliesTo?.context.kind ?? "record";
      if (context === "record" || context === "common" || context === "entityOrCommon") continue;
      faults.push(unwritable(`the context of action ${quote(name)}, which is no record,`));
    }
    if (hasOpenRecord(namespace)) faults.push(unwritable("a record with `additionalAttributes`"));
  }
  return faults;
}

function unwritable(what: string): Diagnostic {
  return schemaFault("schema/unwritable", [], { what });
}

function unwritableShapes({ name, entityTypes }: Namespace): string[] {
  return entityTypes
    .filter((type) => type.kind === "entityType" && type.shape.kind !== "record")
    .map((type) => (name === "" ? type.name : `${name}::${type.name}`));
}

function hasOpenRecord(namespace: Namespace): boolean {
  for (const type of typesOf(namespace)) {
    for (const part of partsOf(type)) if (part.kind === "record" && part.additionalAttributes) return true;
  }
  return false;
}
