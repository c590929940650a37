include "PartialAuthorizer.dfy"
// Deciding with entities that are loaded only when they are needed, from a database say.
module Loading {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Policies
  import opened Authorizer
  import opened Residuals
  import opened PartialData
  import opened PartialEvaluation
  import opened PartialAuthorizer

  // The entities that the residual cannot do without: it reads attributes or tags of them, or asks what they are in.
  function method Needed(r: Residual): set<EntityUid>
    decreases r
  {
    match r
    case ValueR(value) => {}
    case ErrorR(error) => {}
    case VariableR(variable) => {}
    case AndR(left, right) => Needed(left) + Needed(right)
    case OrR(left, right) => Needed(left) + Needed(right)
    case IfR(test, yes, no) => Needed(test) + Needed(yes) + Needed(no)
    case UnaryR(op, arg) => Needed(arg)
    case BinaryR(op, left, right) =>
      Needed(left) + Needed(right) + if op == In || op == HasTag || op == GetTag then EntityIn(left) else {}
    case LikeR(arg, pattern) => Needed(arg)
    case IsR(arg, entityType) => Needed(arg)
    case HasR(arg, name) => Needed(arg) + EntityIn(arg)
    case GetR(arg, name) => Needed(arg) + EntityIn(arg)
    case SetR(elements) => NeededByAll(elements)
    case RecordR(fields) => NeededByFields(fields)
    case CallR(fn, args) => NeededByAll(args)
  }
  function method NeededByAll(rs: ResidualList): set<EntityUid>
    decreases rs
  { match rs case NoResiduals => {} case MoreResiduals(first, rest) => Needed(first) + NeededByAll(rest) }
  function method NeededByFields(fields: ResidualFields): set<EntityUid>
    decreases fields
  {
    match fields
    case NoResidualFields => {}
    case MoreResidualFields(key, field, others) => Needed(field) + NeededByFields(others)
  }

  function method EntityIn(r: Residual): set<EntityUid> {
    if r.ValueR? && r.value.EntityV? then {r.value.uid} else {}
  }

  function method NeededByPolicies(residuals: seq<ResidualPolicy>): set<EntityUid> {
    set r, uid | r in residuals && Judge(r.condition) == Open && uid in Needed(r.condition) :: uid
  }

  // What is known once these entities have been loaded: all of those that are there, and which are not.
  function method Load(known: Knowledge, uids: set<EntityUid>, entities: Entities): Knowledge {
    var listed := known.entities.listed;
    var there := set uid | uid in uids && uid in entities;
    var all := map uid | uid in listed.Keys + there :: if uid in there then KnownEntity(uid, entities) else listed[uid];
    var missing := set uid | uid in uids && uid !in entities;
    Knowledge(known.request, PartialEntities(all, known.entities.missing + missing, known.entities.complete), known.schema)
  }

  // Reduces what is left of the policies and loads what they need, in turn, until the decision is certain; none if so
  // many rounds of loading are not enough.
  function method DecideByLoading(
    residuals: seq<ResidualPolicy>, known: Knowledge, entities: Entities, rounds: nat): Option<Decision>
    decreases rounds
  {
    var reduced := ReducePolicies(residuals, known);
    var decision := PartiallyRespond(reduced).decision;
    if decision.Some? || rounds == 0 then decision
    else DecideByLoading(reduced, Load(known, NeededByPolicies(reduced), entities), entities, rounds - 1)
  }
}
