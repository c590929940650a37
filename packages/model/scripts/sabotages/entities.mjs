// Wrong changes to the hierarchy of entities.
import { changesTo } from "./changes-to.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const entitiesSabotages = [
  ...changesTo("Hierarchy.dfy", "theorems/EvaluatorTheorems.dfy", [
    ["`in` is not reflexive", "{uid} + Ancestors(uid, entities)", "Ancestors(uid, entities)", "InIsReflexive"],
  ]),
  ...changesTo("Hierarchy.dfy", "theorems/HierarchyTheorems.dfy", [
    [
      "only parents are ancestors",
      "{ Climb({uid}, {}, entities) }",
      "{ ParentsOfAll({uid}, entities) }",
      "AncestorsAreReachable",
    ],
    [
      "everyone is an ancestor of itself",
      "{ Climb({uid}, {}, entities) }",
      "{ Climb({uid}, {uid}, entities) }",
      "AncestorsAreReachable",
    ],
    ["the climb stops early", "Climb(met, found + met, entities)", "found + met", "ClimbIsClosed"],
  ]),
  ...changesTo("Hierarchy.dfy", "Hierarchy.dfy", [
    ["a cycle is climbed for ever", "Climb(met, found + met, entities)", "Climb(met, found, entities)", "Climb"],
  ]),
];
