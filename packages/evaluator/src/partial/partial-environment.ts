import { type EntitySource, type EntityUid, emptyRecord, entityUid, type Value } from "@deodar/core";
import type { Expression, RecordExpression, Variable } from "@deodar/syntax";
import { Environment } from "../environment.ts";
import { noSlots, type SlotValues } from "../request.ts";
import type { Kept, PartialEntities } from "./partial-entities.ts";
import type { PartialRequest } from "./partial-request.ts";
import { isUnknown, type PartialOutcome, type PartialValue, unknown } from "./residual.ts";

/** Values for unknowns, by their names. */
export type UnknownValues = ReadonlyMap<string, Value>;

/** What partial evaluation reads. */
export interface PartialSurroundings {
  readonly request: PartialRequest;
  readonly entities: EntitySource | PartialEntities;
  /** The values of a template link; none for static policies. */
  readonly slots?: SlotValues;
  /** What unknowns stand for, as far as that is known by now. */
  readonly unknowns?: UnknownValues;
}

/** A partly known record, prepared for reading its attributes. */
export interface RecordView {
  readonly entries: ReadonlyMap<string, Expression>;
  /** Whether nothing in it can fail, so that leaving out other attributes hides no error. */
  readonly isTotal: boolean;
}

/** What the evaluations of one request have in common. Like an environment, it belongs to one thread of calls. */
export class PartialEnvironment {
  readonly environment: Environment;
  readonly unknowns: UnknownValues;
  readonly variables: { readonly [name in Variable["name"]]: PartialValue };
  /** Parts of the context and of entities that are not fully known: each is evaluated once. */
  readonly projections: Map<Expression, PartialOutcome>;
  readonly #surroundings: PartialSurroundings;
  readonly #entities: PartialEntities | undefined;
  readonly #views: Map<RecordExpression, RecordView> = new Map();

  constructor(surroundings: PartialSurroundings, projections: Map<Expression, PartialOutcome> = new Map()) {
    const { request, entities, slots = noSlots, unknowns = noUnknowns } = surroundings;
    const isPartial = isPartialEntities(entities);
    this.#surroundings = surroundings;
    this.#entities = isPartial ? entities : undefined;
    this.unknowns = unknowns;
    this.projections = projections;
    this.environment = new Environment(nobody, isPartial ? entities.standIns : entities, slots);
    this.variables = {
      principal: request.principal ?? this.#unknown("principal"),
      action: request.action ?? this.#unknown("action"),
      resource: request.resource ?? this.#unknown("resource"),
      context: request.context ?? this.#unknown("context"),
    };
  }

  get slots(): SlotValues {
    return this.environment.slots;
  }

  /** The same with the slot values of another template link; conditions have no slots, so projections can be shared. */
  withSlots(slots: SlotValues): PartialEnvironment {
    return slots === this.slots ? this : new PartialEnvironment({ ...this.#surroundings, slots }, this.projections);
  }

  /** What is left of an attribute or tag that is not known. */
  residualOf(uid: EntityUid, kept: Kept, name: string): Expression | undefined {
    return this.#entities?.residualOf(uid, kept, name);
  }

  /** The attributes of a record that is not fully known. */
  view(record: RecordExpression): RecordView {
    const known = this.#views.get(record);
    if (known !== undefined) return known;
    const entries = new Map(record.entries.map(({ key, value }) => [key, value]));
    const view: RecordView = { entries, isTotal: isTotal(record) };
    this.#views.set(record, view);
    return view;
  }

  #unknown(name: string): PartialValue {
    return this.unknowns.get(name) ?? unknown(name);
  }
}

const noUnknowns: UnknownValues = new Map();

const anyone: EntityUid = entityUid("Anyone", "");

/** Never read: variables are looked up elsewhere, since they may be unknown. */
const nobody = { principal: anyone, action: anyone, resource: anyone, context: emptyRecord };

function isPartialEntities(entities: EntitySource | PartialEntities): entities is PartialEntities {
  return "kind" in entities && entities.kind === "partial-entities";
}

/** Whether the record is made of literals, unknowns, variables, sets and records only, as the reference asks. */
function isTotal(record: RecordExpression): boolean {
  const todo: Expression[] = [record];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    switch (next.kind) {
      case "record":
        for (const { value } of next.entries) todo.push(value);
        break;
      case "set":
        for (const element of next.elements) todo.push(element);
        break;
      case "boolean":
      case "long":
      case "string":
      case "entity":
      case "variable":
        break;
      default:
        if (!isUnknown(next)) return false;
    }
  }
  return true;
}
