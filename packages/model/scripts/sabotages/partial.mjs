// Wrong changes to partial evaluation and the partial authorizer.
import { changesTo } from "./changes-to.mjs";

const evaluation = "theorems/PartialEvaluationTheorems.dfy";
const prospects = "theorems/ProspectTheorems.dfy";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const partialSabotages = [
  ...changesTo("PartialEvaluation.dfy", evaluation, [
    [
      "`x || true` is true though x may fail",
      "b == ValueR(BoolV(true)) && GivesBool(a, known) && CannotFail(a, known) then b",
      "b == ValueR(BoolV(true)) then b",
      "ReduceOrIsRight",
    ],
    [
      "`x && false` is false though x may fail",
      "b == ValueR(BoolV(false)) && GivesBool(a, known) && CannotFail(a, known) then b",
      "b == ValueR(BoolV(false)) && GivesBool(a, known) then b",
      "ReduceAndIsRight",
    ],
    [
      "`x && true` is x though x may be no boolean",
      "b == ValueR(BoolV(true)) && GivesBool(a, known) then a",
      "b == ValueR(BoolV(true)) then a",
      "ReduceAndIsRight",
    ],
    [
      "`true && x` is x though x may be no boolean",
      "if b.ErrorR? || GivesBool(b, known) then b",
      "if !b.ValueR? || GivesBool(b, known) then b",
      "ReduceToBoolIsRight",
    ],
    [
      "`false && error` is an error",
      "    if a.ErrorR? then a\n    else if a.ValueR? then\n      if !a.value.BoolV? then ErrorR(TypeError) else if a.value.b then ReduceToBool(b, true, known) else a",
      "    if a.ErrorR? then a\n    else if b.ErrorR? then b\n    else if a.ValueR? then\n      if !a.value.BoolV? then ErrorR(TypeError) else if a.value.b then ReduceToBool(b, true, known) else a",
      "ReduceAndIsRight",
    ],
    [
      "`if` takes the other branch",
      "else if test.value.b then yes else no",
      "else if test.value.b then no else yes",
      "ReduceIfIsRight",
    ],
    [
      "the right operand's error comes first",
      "else if a.ValueR? && b.ErrorR? then b",
      "else if b.ErrorR? then b",
      "ReduceBinaryIsRight",
    ],
    [
      "an entity of which nothing is known is in nothing",
      "else if ancestors.Some? then ValueR(BoolV(!(containers !! ancestors.value)))\n    else BinaryR(In, ValueR(v), ValueR(w))",
      "else ValueR(BoolV(ancestors.Some? && !(containers !! ancestors.value)))",
      "ReduceInIsRight",
    ],
    ["`in` is not reflexive", "if v.uid in containers then ValueR(BoolV(true))\n    else if", "if", "ReduceInIsRight"],
    [
      "an unknown tag is not there",
      "case Untold => BinaryR(HasTag, ValueR(v), ValueR(w))",
      "case Untold => ValueR(BoolV(false))",
      "ReduceTagsIsRight",
    ],
    [
      "an unknown attribute is not there",
      "else if finding.Untold? then HasR(a, name)\n",
      "else if finding.Untold? then ValueR(BoolV(false))\n",
      "ReduceHasIsRight",
    ],
    [
      "an attribute of a wrong value is not there",
      "else if finding.error == TypeError then ErrorR(TypeError) else",
      "else",
      "ReduceHasIsRight",
    ],
    [
      "entities of any type are equal to one",
      "(x.SomeEntity? && !CanBeOf(x.entityType, y)) ||",
      "x.SomeEntity? ||",
      "DifferIsRight",
    ],
    ["`is` forgets the type", "ValueR(BoolV(seen.entityType == entityType))", "ValueR(BoolV(true))", "ReduceIsIsRight"],
    ["every error in a set is a type error", "Some(ErrAny(first.error))", "Some(ErrAny(TypeError))", "GatherIsRight"],
    [
      "a later field's error comes first",
      "else if !field.ValueR? then None",
      "else if !field.ValueR? && !(others.MoreResidualFields? && others.field.ErrorR?) then None else if !field.ValueR? then Some(Err(others.field.error))",
      "GatherFieldsIsRight",
    ],
  ]),
  ...changesTo("PartialData.dfy", prospects, [
    [
      "what is not in an open record is lacking",
      "else if closed then Lacking(missing) else Untold",
      "else Lacking(missing)",
      "FieldsAreRight",
    ],
    [
      "an entity that is not listed is not there",
      "AttributeOf(uid: EntityUid, name: string, entities: PartialEntities): Finding {\n    if uid in entities.listed then FieldOf(entities.listed[uid].attributes, name, MissingAttribute)\n    else if IsMissing(uid, entities) then Lacking(MissingEntity)\n    else Untold",
      "AttributeOf(uid: EntityUid, name: string, entities: PartialEntities): Finding {\n    if uid in entities.listed then FieldOf(entities.listed[uid].attributes, name, MissingAttribute)\n    else Lacking(MissingEntity)",
      "AttributesAreRight",
    ],
    [
      "tags looked for among attributes",
      "entities.listed[uid].tags, tag, MissingTag",
      "entities.listed[uid].attributes, tag, MissingTag",
      "TagsAreRight",
    ],
    ["an open record is taken for a value", "if closed && forall k", "if forall k", "RecordsOfKnownFieldsAreKnown"],
    ["actions are in nothing", "Some(actions[uid].ancestors)", "Some({})", "SchemasTellTheTruthOfActions"],
  ]),
  ...changesTo("PartialData.dfy", evaluation, [
    [
      "an entity that is not listed has no ancestors",
      "else if IsMissing(uid, entities) then Some({})\n    else None",
      "else Some({})",
      "AncestorsOfIsRight",
    ],
  ]),
  ...changesTo("Prospects.dfy", prospects, [
    [
      "reading an attribute never fails",
      "|| (CannotFail(arg, known) && AlwaysHas(TypeFor(arg, known), name))",
      "|| CannotFail(arg, known)",
      "WhatCannotFailGivesAValue",
    ],
    [
      "optional attributes are always there",
      "&& owner.value.attributes[name].required",
      "",
      "RequiredAttributesAreThere",
    ],
    ["`+` never overflows", "case Add => false", "case Add => true", "BinariesGiveValues"],
    [
      "strings can be compared",
      "(t == Some(LongT) ||",
      "(t == Some(StringT) || t == Some(LongT) ||",
      "ComparablesAreRight",
    ],
    ["`-` never overflows", "case Negate => false", "case Negate => true", "UnariesGiveValues"],
    [
      "`if` has the type of its first branch",
      "if TypeFor(yes, known) == TypeFor(no, known) then TypeFor(yes, known) else None",
      "TypeFor(yes, known)",
      "ToldTypesAreRight",
    ],
    [
      "a set has the type of its first element",
      "if rest.NoResiduals? || CommonType(rest, known) == TypeFor(first, known) then TypeFor(first, known) else None",
      "TypeFor(first, known)",
      "CommonTypesAreRight",
    ],
    [
      "`toTime` gives a boolean",
      "|| fn.IsIpv4? || fn.IsIpv6?",
      "|| fn.ToTimeFn? || fn.IsIpv4? || fn.IsIpv6?",
      "AskingGivesBooleans",
    ],
  ]),
  ...changesTo("Residuals.dfy", prospects, [
    [
      "what fails in one branch must fail",
      "MustFail(test) || (MustFail(yes) && MustFail(no))",
      "MustFail(test) || MustFail(yes) || MustFail(no)",
      "WhatMustFailFails",
    ],
    [
      "what fails after `&&` must fail",
      "MustFail(left) || (left == ValueR(BoolV(true)) && MustFail(right))",
      "MustFail(left) || MustFail(right)",
      "WhatMustFailFails",
    ],
    [
      "`unless` residuals lose their `!`",
      "case Unary(op, arg) => UnaryR(op, ResidualOf(arg))",
      "case Unary(op, arg) => ResidualOf(arg)",
      "ResidualsMeanTheirExpressions",
    ],
  ]),
  ...changesTo("Loading.dfy", "theorems/LoadingTheorems.dfy", [
    [
      "what was not loaded is not there",
      "known.entities.missing + missing, known.entities.complete)",
      "known.entities.missing + missing, true)",
      "LoadingTellsTheTruth",
    ],
    [
      "the ancestors of an entity are never loaded",
      "if op == In || op == HasTag || op == GetTag then",
      "if op == HasTag || op == GetTag then",
      "KnownOperandsWait",
    ],
    [
      "undecided is denied",
      "if decision.Some? || rounds == 0 then decision",
      "if decision.Some? then decision else if rounds == 0 then Some(Deny)",
      "DecidingByLoadingIsReauthorizing",
    ],
  ]),
  ...changesTo("PartialAuthorizer.dfy", "theorems/PartialAuthorizerTheorems.dfy", [
    [
      "allow though a forbid may hold",
      "else if permits != {} && mayForbid == {} then Some(Allow)",
      "else if permits != {} then Some(Allow)",
      "PartialDecisionsAreFinal",
    ],
    [
      "deny though a permit may hold",
      "forbids != {} || (permits == {} && mayPermit == {})",
      "forbids != {} || permits == {}",
      "PartialDecisionsAreFinal",
    ],
    [
      "permits determine though a forbid may hold",
      "else if mayForbid != {} then {} else permits",
      "else permits",
      "DeterminingLiesBetweenMustAndMay",
    ],
    [
      "no open forbid may determine",
      "else permits + mayPermit + mayForbid",
      "else permits + mayPermit",
      "DeterminingLiesBetweenMustAndMay",
    ],
    [
      "what is open fails",
      "MustFail(condition) then Fails\n    else Open",
      "MustFail(condition) then Fails\n    else Fails",
      "VerdictsAreFinal",
    ],
    [
      "residual permits become forbids",
      "ResidualPolicy(p.id, p.effect, PartiallyEvaluate",
      "ResidualPolicy(p.id, Forbid, PartiallyEvaluate",
      "SatisfiedOnceAllIsKnown",
    ],
    [
      "errors change once all is known",
      "PolicyError(r.id, FinalOutcome(r, env).error)",
      "PolicyError(r.id, TypeError)",
      "ErroringAlike",
    ],
  ]),
];
