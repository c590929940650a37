// Wrong changes to types, schemas, the type checker and validation.
import { changesTo } from "./changes-to.mjs";

const soundness = "theorems/TypeSoundness.dfy";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const typesSabotages = [
  ...changesTo("Types.dfy", "theorems/TypeTheorems.dfy", [
    [
      "records join whether attributes are required or not",
      "t.attributes[k].required == u.attributes[k].required && Join",
      "Join",
      "JoinIsAbove",
    ],
    [
      "records join with records that have more attributes",
      "t.attributes.Keys == u.attributes.Keys &&",
      "t.attributes.Keys <= u.attributes.Keys &&",
      "JoinIsAbove",
    ],
    [
      "joining `true` and `false` gives `true`",
      "then t.truth else AnyBool",
      "then t.truth else AlwaysTrue",
      "JoinIsAbove",
    ],
  ]),
  ...changesTo("Types.dfy", soundness, [
    [
      "records may lack required attributes",
      "&& (forall k :: k in attributes && attributes[k].required ==> k in v.fields)",
      "",
      "GetIsRight",
    ],
  ]),
  ...changesTo("Signatures.dfy", "theorems/TypeTheorems.dfy", [
    [
      "`toDate` gives a duration",
      "case ToDateFn => DatetimeT case ToTimeFn => DurationT\n",
      "case ToDateFn => DurationT case ToTimeFn => DurationT\n",
      "OneCallHasItsType",
    ],
    [
      "`offset` takes a Long",
      "case Offset => [DatetimeT, DurationT]",
      "case Offset => [DatetimeT, LongT]",
      "TwoCallHasItsType",
    ],
  ]),
  ...changesTo("Schemas.dfy", soundness, [
    [
      "`in` forgets what types can be in",
      "|| (ty in schema.entityTypes && container in schema.entityTypes[ty].ancestors)",
      "",
      "EntitiesAreWhereTheyCanBe",
    ],
    [
      "`in` forgets what actions can be in",
      "&& action.ty == ty && ancestor.ty == container)",
      "&& action.ty == ty && action.ty == container)",
      "EntitiesAreWhereTheyCanBe",
    ],
  ]),
  ...changesTo("Conformance.dfy", soundness, [
    [
      "nobody looks where entities are",
      "ancestor.ty in schema.entityTypes[uid.ty].ancestors)",
      "true)",
      "EntitiesAreWhereTheyCanBe",
    ],
    ["nobody looks at tags", "==> t.Some? && InstanceOf(tags[tag], t.value)", "==> t.Some?", "TagIsRight"],
    [
      "actions may be missing",
      "&& (forall action :: action in schema.actions ==> action in entities)",
      "",
      "ActionsAreWhereTheyAreDeclared",
    ],
  ]),
  ...changesTo("Conformance.dfy", "theorems/SoundnessTheorems.dfy", [
    [
      "nobody looks at the context",
      "&& InstanceOf(RecordV(request.context), RecordT(schema.actions[request.action].context))",
      "",
      "EnvironmentOf",
    ],
  ]),
  ...changesTo("OperatorTypes.dfy", soundness, [
    [
      "`||` shows what either side shows",
      "Typed(BoolT(AnyBool), a.shows * b.shows)",
      "Typed(BoolT(AnyBool), a.shows + b.shows)",
      "OrIsRight",
    ],
    [
      "`if` shows what either branch shows",
      "Typed(t.value, a.shows * b.shows)",
      "Typed(t.value, a.shows + b.shows)",
      "JoinedIsRight",
    ],
    [
      "`a && true` is always true",
      "Typed(if b.ty == BoolT(AlwaysTrue) then a.ty",
      "Typed(if b.ty == BoolT(AlwaysTrue) then b.ty",
      "AndIsRight",
    ],
    [
      "optional attributes need no `has`",
      "if name in attributes && (attributes[name].required || AttributeIsThere(e, name) in known)",
      "if name in attributes",
      "GetIsRight",
    ],
    [
      "entities are taken to be there",
      "t.RecordT? && attributes[name].required, known)",
      "attributes[name].required, known)",
      "HasIsRight",
    ],
    [
      "tags need no `hasTag`",
      "TagsOf(t.ty, schema).Some? && TagIsThere(left, right) in known",
      "TagsOf(t.ty, schema).Some?",
      "TagIsRight",
    ],
    ["sets of different types are never equal", "if t.EntityT? && u.EntityT? && t != u", "if t != u", "EqualIsRight"],
    ["one literal is enough to compare", "if IsLiteral(l) && IsLiteral(r)", "if IsLiteral(l)", "EqualIsRight"],
    ["an action is not in itself", "(uid == member.uid || uid in ancestors)", "uid in ancestors", "InIsRight"],
    [
      "decimals can be compared with `<`",
      "{ t.LongT? || t.DatetimeT?",
      "{ t.LongT? || t.DecimalT? || t.DatetimeT?",
      "BinaryIsRight",
    ],
    ["`!true` is always true", "case AlwaysTrue => AlwaysFalse", "case AlwaysTrue => AlwaysTrue", "TypesAreRight"],
  ]),
  ...changesTo("TypeChecker.dfy", soundness, [
    [
      "the right side of `||` relies on the left",
      "TypeOfOr(a, TypeOf(right, known, environment, schema))",
      "TypeOfOr(a, TypeOf(right, known + a.shows, environment, schema))",
      "OrIsRight",
    ],
    [
      "`else` relies on the test",
      "        TypeOf(no, known, environment, schema))",
      "        TypeOf(no, known + a.shows, environment, schema))",
      "IfIsRight",
    ],
    [
      "the first element gives the type of a set",
      "if b.None? then None else Join(a.ty, b.value)",
      "if b.None? then None else Some(a.ty)",
      "ElementsAreRight",
    ],
    ["`is` is always true", "Only(Singleton(a.ty.ty == entityType))", "Only(Singleton(true))", "TypesAreRight"],
  ]),
  ...changesTo("Validator.dfy", "theorems/SoundnessTheorems.dfy", [
    [
      "one request environment is enough",
      "schema.actions[action].resources ==>\n      IsBoolean(TypeOf(e, {}, EnvironmentFor(principal, action, resource, schema), schema))",
      "schema.actions[action].resources ==>\n      IsBoolean(TypeOf(e, {}, EnvironmentFor(principal, action, resource, schema), schema)) || resource != principal",
      "ValidPoliciesAreSafe",
    ],
    ["a slot is taken for a certain entity", "else VariableE(variable)", "else VariableE(Action)", "SlotsMayMatch"],
  ]),
];
