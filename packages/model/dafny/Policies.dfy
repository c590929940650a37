include "Evaluator.dfy"
// Policies, templates and links.
module Policies {
  import opened Values
  import opened Expressions
  import opened Evaluator

  datatype Effect = Permit | Forbid

  // What a scope asks of the principal or the resource. In a template `U` is an entity or a slot.
  datatype Constraint<U> = AnyEntity | EqualTo(u: U) | InEntity(u: U) | IsType(ty: string) | IsTypeIn(ty: string, u: U)
  datatype ActionConstraint = AnyAction | ActionEqual(uid: EntityUid) | ActionIn(uids: seq<EntityUid>)

  datatype Clause = When(e: Expr) | Unless(e: Expr)

  datatype Policy = Policy(
    id: string,
    effect: Effect,
    principal: Constraint<EntityUid>,
    action: ActionConstraint,
    resource: Constraint<EntityUid>,
    clauses: seq<Clause>)

  datatype Slot = PrincipalSlot | ResourceSlot
  datatype EntityOrSlot = Known(uid: EntityUid) | Hole(slot: Slot)
  datatype Template = Template(
    effect: Effect,
    principal: Constraint<EntityOrSlot>,
    action: ActionConstraint,
    resource: Constraint<EntityOrSlot>,
    clauses: seq<Clause>)

  // ---- what a policy asks, as one expression ----

  function method ScopeExpr(variable: Variable, c: Constraint<EntityUid>): Expr {
    match c
    case AnyEntity => BoolE(true)
    case EqualTo(u) => Binary(Equal, VariableE(variable), EntityE(u))
    case InEntity(u) => Binary(In, VariableE(variable), EntityE(u))
    case IsType(ty) => Is(VariableE(variable), ty)
    case IsTypeIn(ty, u) => IsIn(VariableE(variable), ty, EntityE(u))
  }

  function method ActionExpr(c: ActionConstraint): Expr {
    match c
    case AnyAction => BoolE(true)
    case ActionEqual(uid) => Binary(Equal, VariableE(Action), EntityE(uid))
    case ActionIn(uids) => Binary(In, VariableE(Action), SetE(EntityList(uids)))
  }

  function method EntityList(uids: seq<EntityUid>): Exprs
    decreases |uids|
  { if uids == [] then NoExprs else MoreExprs(EntityE(uids[0]), EntityList(uids[1..])) }

  function method ClauseExpr(clause: Clause): Expr {
    match clause case When(e) => e case Unless(e) => Unary(Not, e)
  }

  // All `when` and `unless` clauses together; true if there are none.
  function method Body(clauses: seq<Clause>): Expr
    decreases |clauses|
  {
    if |clauses| == 0 then BoolE(true)
    else if |clauses| == 1 then ClauseExpr(clauses[0])
    else And(ClauseExpr(clauses[0]), Body(clauses[1..]))
  }

  function method Condition(p: Policy): Expr {
    And(ScopeExpr(Principal, p.principal),
      And(ActionExpr(p.action),
        And(ScopeExpr(Resource, p.resource), Body(p.clauses))))
  }

  // ---- templates ----

  function method Fill(u: EntityOrSlot, values: map<Slot, EntityUid>): Option<EntityUid> {
    if u.Known? then Some(u.uid) else if u.slot in values then Some(values[u.slot]) else None
  }

  function method FillConstraint(c: Constraint<EntityOrSlot>, values: map<Slot, EntityUid>): Option<Constraint<EntityUid>> {
    match c
    case AnyEntity => Some(AnyEntity)
    case IsType(ty) => Some(IsType(ty))
    case EqualTo(u) => var f := Fill(u, values); if f.Some? then Some(EqualTo(f.value)) else None
    case InEntity(u) => var f := Fill(u, values); if f.Some? then Some(InEntity(f.value)) else None
    case IsTypeIn(ty, u) => var f := Fill(u, values); if f.Some? then Some(IsTypeIn(ty, f.value)) else None
  }

  function method SlotsOf(c: Constraint<EntityOrSlot>): set<Slot> {
    if (c.EqualTo? || c.InEntity? || c.IsTypeIn?) && c.u.Hole? then {c.u.slot} else {}
  }

  // The slots that a link must fill: all of them and no others.
  function method Slots(t: Template): set<Slot> { SlotsOf(t.principal) + SlotsOf(t.resource) }

  // A link: the template with its slots filled, under an id of its own. A static policy is the link of a
  // template without slots.
  function method Link(t: Template, id: string, values: map<Slot, EntityUid>): Option<Policy> {
    var principal := FillConstraint(t.principal, values);
    var resource := FillConstraint(t.resource, values);
    if values.Keys != Slots(t) || principal.None? || resource.None? then None
    else Some(Policy(id, t.effect, principal.value, t.action, resource.value, t.clauses))
  }
}
