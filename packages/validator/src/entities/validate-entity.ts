import { type Entity, isAction, printUid, type Value } from "@deodar/core";
import { type Diagnostic, quote } from "@deodar/diagnostics";
import {
  type ConformanceCode,
  conformanceFault,
  describeType,
  type EntityTypeInfo,
  RequiredNames,
  type Schema,
  showValue,
  suggestTypes,
  type Type,
} from "@deodar/schema";
import { type UidFault, uidFault, uidFaultIn } from "../conformance/uid-conformance.ts";
import { ValueConformance } from "../conformance/value-conformance.ts";

const prefix = "entity does not conform to the schema: ";

/** Compares entities that are no actions with what a schema says of their types. One instance serves many entities. */
export class EntityConformance {
  readonly #schema: Schema;
  readonly #values = new ValueConformance();
  readonly #required = new RequiredNames();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** What is wrong with an entity; `path` is where it stands in its document or batch. Actions are let through. */
  faults(entity: Entity, path: Path): Diagnostic[] {
    const { uid } = entity;
    if (isAction(uid)) return [];
    const type = this.#schema.entityTypes.get(uid.type);
    if (type === undefined) {
      const words = { uid: printUid(uid), type: uid.type, hint: suggestTypes(this.#schema, uid.type) };
      return [fault("conformance/undeclared-type", words, [...path, "uid"])];
    }
    const faults: Diagnostic[] = [];
    const wrong = uidFault(uid, this.#schema);
    if (wrong !== undefined) faults.push(faultOfUid(wrong, [...path, "uid"]));
    this.#checkAttributes(entity, type, path, faults);
    this.#checkParents(entity, type, path, faults);
    this.#checkTags(entity, type, path, faults);
    return faults;
  }

  #checkAttributes({ uid, attributes }: Entity, type: EntityTypeInfo, path: Path, faults: Diagnostic[]): void {
    for (const name of this.#required.of(type.attributes)) {
      if (attributes.has(name)) continue;
      faults.push(fault("conformance/missing-attribute", { uid: printUid(uid), name }, [...path, "attrs"]));
    }
    for (const [name, value] of attributes) {
      const attribute = type.attributes.get(name);
      const wrong =
        attribute === undefined
          ? fault("conformance/unexpected-attribute", { uid: printUid(uid), name }, [...path, "attrs", name])
          : this.#wrongValue(value, attribute.type, () => `in attribute \`${name}\` on \`${printUid(uid)}\``, [
              path,
              "attrs",
              name,
            ]);
      if (wrong !== undefined) faults.push(wrong);
    }
  }

  #checkTags({ uid, tags }: Entity, { tags: type }: EntityTypeInfo, path: Path, faults: Diagnostic[]): void {
    for (const [name, value] of tags) {
      const wrong =
        type === undefined
          ? fault("conformance/unexpected-tag", { uid: printUid(uid), name }, [...path, "tags", name])
          : this.#wrongValue(value, type, () => `in tag \`${name}\` on \`${printUid(uid)}\``, [path, "tags", name]);
      if (wrong !== undefined) faults.push(wrong);
    }
  }

  /** Parents of parents need no look: they are parents of entities that are themselves judged. */
  #checkParents({ uid, parents }: Entity, type: EntityTypeInfo, path: Path, faults: Diagnostic[]): void {
    for (const parent of parents) {
      const wrong = uidFault(parent, this.#schema);
      if (wrong !== undefined) faults.push(faultOfUid(wrong, [...path, "parents"]));
      else if (!type.parents.has(parent.type) && !type.ancestors.has(parent.type)) {
        const words = { uid: printUid(uid), type: parent.type };
        faults.push(fault("conformance/ancestor-type", words, [...path, "parents"]));
      }
    }
  }

  #wrongValue(
    value: Value,
    type: Type,
    place: () => string,
    [path, section, name]: readonly [Path, string, string],
  ): Diagnostic | undefined {
    const mismatch = this.#values.difference(value, type);
    if (mismatch !== undefined) {
      const { difference } = mismatch;
      const shown = { expected: describeType(mismatch.expected), difference, value: showValue(mismatch.value) };
      return fault("conformance/type-mismatch", { place: place(), ...shown }, [...path, section, name]);
    }
    const wrong = uidFaultIn(value, this.#schema);
    return wrong === undefined ? undefined : faultOfUid(wrong, [...path, section, name]);
  }
}

type Path = readonly (string | number)[];

/** A fault of an entity, with the words that such messages begin with. */
export function fault(code: ConformanceCode, words: { readonly [word: string]: string }, path: Path): Diagnostic {
  return conformanceFault(code, { prefix, ...words }, path);
}

function faultOfUid({ uid, ids }: UidFault, path: Path): Diagnostic {
  if (ids === undefined) return fault("conformance/undeclared-action", { uid: printUid(uid) }, path);
  const words = { uid: printUid(uid), id: quote(uid.id), ids: Array.from(ids, quote).join(", ") };
  return fault("conformance/undeclared-id", words, path);
}
