// Wrong changes to level validation and to the slices of the entities.
import { changesTo } from "./changes-to.mjs";

const proofs = "theorems/LevelTheorems.dfy";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const levelsSabotages = [
  ...changesTo("Levels.dfy", proofs, [
    [
      "`in` looks up nothing",
      "{ op == In || op == HasTag || op == GetTag }",
      "{ op == HasTag || op == GetTag }",
      "OperatorsAreSame",
    ],
    [
      "`hasTag` looks up nothing",
      "{ op == In || op == HasTag || op == GetTag }",
      "{ op == In || op == GetTag }",
      "OperatorsAreSame",
    ],
    ["one look-up more than the level", "distance.steps < level", "distance.steps <= level", "OwnersAreSame"],
    [
      "an attribute of an entity is as near as the entity",
      "else Beyond(DistanceOf(arg, [], level, known, environment, schema))",
      "else DistanceOf(arg, [], level, known, environment, schema)",
      "DistanceOfGetIsRight",
    ],
    [
      "a tag of an entity is as near as the entity",
      "else Beyond(DistanceOf(left, [], level, known, environment, schema))",
      "else DistanceOf(left, [], level, known, environment, schema)",
      "DistanceOfTagIsRight",
    ],
    [
      "the nearer branch counts",
      "if a.steps < b.steps then b else a",
      "if a.steps < b.steps then a else b",
      "FartherIsNear",
    ],
    [
      "entity literals come from the request",
      "case EntityE(uid) => if uid == environment.action then Steps(0) else Nowhere",
      "case EntityE(uid) => Steps(0)",
      "DistancesAreRight",
    ],
    [
      "other fields of a record are not looked at",
      "else if IsAtLevel(value, level, known, environment, schema) then rest\n      else Nowhere",
      "else rest",
      "FieldsAreSameWhereFound",
    ],
    [
      "what stands after `&&` is not looked at",
      "(IsAlways(false, a) || IsAtLevel(right, level, known + Shown(a), environment, schema))",
      "(true || IsAtLevel(right, level, known + Shown(a), environment, schema))",
      "SameInTheSlice",
    ],
  ]),
  ...changesTo("Slices.dfy", proofs, [
    [
      "entities come with their parents only",
      "env.entities[uid].tags, Ancestors(uid, env.entities)",
      "env.entities[uid].tags, Parents(uid, env.entities)",
      "SliceKeeps",
    ],
    [
      "entities come without tags",
      "Entity(env.entities[uid].attributes, env.entities[uid].tags,",
      "Entity(env.entities[uid].attributes, map[],",
      "SliceKeeps",
    ],
    ["tags lead nowhere", " + UidsIn(RecordV(entities[uid].tags))", "", "DistanceOfTagIsRight"],
    ["the context leads nowhere", " + UidsIn(RecordV(request.context))", "", "DistancesAreRight"],
  ]),
];
