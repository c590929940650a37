// Wrong changes to the reading of declarations and the validation of requests and entities.
import { changesTo } from "./changes-to.mjs";

const proofs = "theorems/ValidationTheorems.dfy";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const validationSabotages = [
  ...changesTo("Declarations.dfy", proofs, [
    [
      "only the parents of a type are above it",
      "above in Ancestors(Stand(ty), types) :: above.ty",
      "above in Parents(Stand(ty), types) :: above.ty",
      "TypesAreClosed",
    ],
    [
      "only the groups that an action names are above it",
      "Ancestors(action, actionsAbove)))",
      "Parents(action, actionsAbove)))",
      "ActionsAreClosed",
    ],
  ]),
  ...changesTo("RequestValidation.dfy", proofs, [
    ["actions apply to everything", " && uid.ty in types && ", " && ", "ValidRequestsConform"],
    [
      "the context is not looked at",
      "    && IsValidValue(RecordV(request.context), RecordT(schema.actions[request.action].context), schema)\n",
      "",
      "ValidRequestsConform",
    ],
  ]),
  ...changesTo("EntityValidation.dfy", proofs, [
    [
      "values of any type",
      "{ InstanceOf(v, t) && HasValidUids(v, schema) }",
      "{ HasValidUids(v, schema) }",
      "ValidRequestsConform",
    ],
    [
      "tags of any type",
      "IsValidValue(entity.tags[tag], declared.tags.value, schema)",
      "HasValidUids(entity.tags[tag], schema)",
      "ValidEntityConforms",
    ],
    [
      "attributes are not looked at",
      "    && IsValidValue(RecordV(entity.attributes), RecordT(declared.attributes), schema)\n",
      "",
      "ValidEntityConforms",
    ],
    [
      "parents of any type",
      "parent.ty in declared.ancestors && IsValidUid(parent, schema)",
      "IsValidUid(parent, schema)",
      "TypesStayBelowTheirAncestors",
    ],
    ["actions with attributes", "entities[action].attributes == map[] && ", "", "ValidEntityConforms"],
    [
      "actions in groups of their own",
      "Ancestors(action, entities) == schema.actions[action].ancestors",
      "Ancestors(action, entities) >= schema.actions[action].ancestors",
      "ParentsOfActionsAreDeclared",
    ],
    [
      "actions without their groups",
      "Ancestors(action, entities) == schema.actions[action].ancestors",
      "Ancestors(action, entities) <= schema.actions[action].ancestors",
      "GroupsOfActionsAreAbove",
    ],
    [
      "the schema's actions are not added",
      "uid in entities.Keys + schema.actions.Keys ::\n      if uid in entities then entities[uid] else Entity(map[], map[], schema.actions[uid].ancestors)",
      "uid in entities :: entities[uid]",
      "ValidEntitiesConform",
    ],
    [
      "the schema's actions are added without their groups",
      "Entity(map[], map[], schema.actions[uid].ancestors)",
      "Entity(map[], map[], {})",
      "GroupsOfActionsAreAbove",
    ],
    ["cycles go unnoticed", " && uid !in Ancestors(uid, entities)", "", "ValidEntitiesHaveNoCycle"],
  ]),
];
