import {
  type ActionTerm,
  type ClauseTerm,
  type ConstraintTerm,
  type EntityOrSlotTerm,
  type EntityUidTerm,
  type Mapping,
  type NodeTerm,
  Policies,
  PolicyIndex,
  type PolicyTerm,
  type Sequence,
  type SlotTerm,
  type TemplateTerm,
} from "./generated/model.js";
import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "./json.ts";
import { expressionOf } from "./read-expression.ts";
import { mappingOf, sequenceOf, uidOf } from "./terms.ts";

const { ActionConstraint, Clause, Constraint, Effect, EntityOrSlot, Slot, Template } = Policies;

/** Policies that the model has read. */
export interface ModelPolicies {
  readonly kind: "modelPolicies";
  /** All that can be satisfied: static policies and links. @internal */
  readonly policies: Sequence<PolicyTerm>;
  /** @internal */
  readonly index: NodeTerm;
  /** By their ids. @internal */
  readonly staticPolicies: ReadonlyMap<string, PolicyTerm>;
  /** By their ids. @internal */
  readonly templates: ReadonlyMap<string, TemplateTerm>;
  /** What fills the slots, by the ids of the links. @internal */
  readonly links: ReadonlyMap<string, Mapping<SlotTerm, EntityUidTerm>>;
}

/**
 * Reads a policy set in Cedar's JSON format: `{"staticPolicies": {…}, "templates": {…}, "templateLinks": […]}`, each
 * of them optional here.
 *
 * @throws {ModelInputError} for what is not of that format, and for links that do not fill their template's slots
 */
export function readPolicies(json: JsonValue): ModelPolicies {
  const set = objectOf(json, "the policy set");
  const staticPolicies = new Map<string, PolicyTerm>();
  for (const [id, policy] of Object.entries(objectOf(fieldOf(set, "staticPolicies") ?? {}, "staticPolicies"))) {
    staticPolicies.set(id, link(templateOf(policy), id, noValues));
  }
  const templates = new Map<string, TemplateTerm>();
  for (const [id, template] of Object.entries(objectOf(fieldOf(set, "templates") ?? {}, "templates"))) {
    templates.set(id, templateOf(template));
  }
  const links = new Map<string, Mapping<SlotTerm, EntityUidTerm>>();
  const linked = listOf(fieldOf(set, "templateLinks") ?? [], "templateLinks").map((each) => {
    const parts = objectOf(each, "a link");
    const templateId = textOf(fieldOf(parts, "templateId"), "templateId");
    const template = templates.get(templateId) ?? fail(`there is no template ${templateId}`);
    const id = textOf(fieldOf(parts, "newId"), "newId");
    const filled = Object.entries(objectOf(fieldOf(parts, "values"), "values"));
    const values = mappingOf(filled.map(([slot, uid]) => [slotOf(slot), uidOf(uid)] as const));
    links.set(id, values);
    return link(template, id, values);
  });
  const policies = sequenceOf([...staticPolicies.values(), ...linked]);
  const index = PolicyIndex.__default.Build(policies);
  return { kind: "modelPolicies", policies, index, staticPolicies, templates, links };
}

const noValues = mappingOf<SlotTerm, EntityUidTerm>([]);

function link(template: TemplateTerm, id: string, values: Mapping<SlotTerm, EntityUidTerm>): PolicyTerm {
  const linked = Policies.__default.Link(template, id, values);
  return linked.is_Some ? linked.dtor_value : fail(`the slots of ${id} are not filled, each once`);
}

function templateOf(json: JsonValue): TemplateTerm {
  const parts = objectOf(json, "a policy");
  const effect = fieldOf(parts, "effect");
  return Template.create_Template(
    effect === "permit"
      ? Effect.create_Permit()
      : effect === "forbid"
        ? Effect.create_Forbid()
        : fail("the effect is neither permit nor forbid"),
    constraintOf(objectOf(fieldOf(parts, "principal"), "principal")),
    actionOf(objectOf(fieldOf(parts, "action"), "action")),
    constraintOf(objectOf(fieldOf(parts, "resource"), "resource")),
    sequenceOf(listOf(fieldOf(parts, "conditions"), "conditions").map(clauseOf)),
  );
}

function clauseOf(json: JsonValue): ClauseTerm {
  const parts = objectOf(json, "a condition");
  const body = expressionOf(fieldOf(parts, "body"));
  switch (fieldOf(parts, "kind")) {
    case "when":
      return Clause.create_When(body);
    case "unless":
      return Clause.create_Unless(body);
    default:
      return fail("a condition is neither when nor unless");
  }
}

function constraintOf(parts: JsonObject): ConstraintTerm {
  switch (fieldOf(parts, "op")) {
    case "All":
    case "all":
      return Constraint.create_AnyEntity();
    case "==":
      return Constraint.create_EqualTo(entityOrSlotOf(parts));
    case "in":
      return Constraint.create_InEntity(entityOrSlotOf(parts));
    case "is": {
      const type = textOf(fieldOf(parts, "entity_type"), "entity_type");
      const container = fieldOf(parts, "in");
      if (container === undefined) return Constraint.create_IsType(type);
      return Constraint.create_IsTypeIn(type, entityOrSlotOf(objectOf(container, "in")));
    }
    default:
      return fail("there is no such constraint");
  }
}

function actionOf(parts: JsonObject): ActionTerm {
  const entity = fieldOf(parts, "entity");
  switch (fieldOf(parts, "op")) {
    case "All":
    case "all":
      return ActionConstraint.create_AnyAction();
    case "==":
      return ActionConstraint.create_ActionEqual(uidOf(entity));
    case "in": {
      const entities = entity === undefined ? listOf(fieldOf(parts, "entities"), "entities") : [entity];
      return ActionConstraint.create_ActionIn(sequenceOf(entities.map(uidOf)));
    }
    default:
      return fail("there is no such constraint");
  }
}

function entityOrSlotOf(parts: JsonObject): EntityOrSlotTerm {
  const slot = fieldOf(parts, "slot");
  if (slot === undefined) return EntityOrSlot.create_Known(uidOf(fieldOf(parts, "entity")));
  return EntityOrSlot.create_Hole(slotOf(textOf(slot, "slot")));
}

function slotOf(name: string): SlotTerm {
  switch (name) {
    case "?principal":
      return Slot.create_PrincipalSlot();
    case "?resource":
      return Slot.create_ResourceSlot();
    default:
      return fail(`there is no slot ${name}`);
  }
}
