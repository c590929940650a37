include "../Authorizer.dfy"
// What scopes and templates mean, and that the expressions made of them say it.
module PolicyTheorems {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Evaluator
  import opened Policies
  import opened Authorizer

  // What a constraint of a scope means.
  predicate ConstraintHolds(c: Constraint<EntityUid>, uid: EntityUid, entities: Entities) {
    match c
    case AnyEntity => true
    case EqualTo(u) => uid == u
    case InEntity(u) => u in Containers(uid, entities)
    case IsType(ty) => uid.ty == ty
    case IsTypeIn(ty, u) => uid.ty == ty && u in Containers(uid, entities)
  }

  predicate InAny(uid: EntityUid, uids: seq<EntityUid>, entities: Entities) {
    exists u :: u in uids && u in Containers(uid, entities)
  }

  predicate ActionHolds(c: ActionConstraint, uid: EntityUid, entities: Entities) {
    match c
    case AnyAction => true
    case ActionEqual(u) => uid == u
    case ActionIn(uids) => InAny(uid, uids, entities)
  }

  predicate ScopeHolds(p: Policy, env: Env) {
    && ConstraintHolds(p.principal, env.request.principal, env.entities)
    && ActionHolds(p.action, env.request.action, env.entities)
    && ConstraintHolds(p.resource, env.request.resource, env.entities)
  }

  lemma ScopeExprMeans(variable: Variable, uid: EntityUid, c: Constraint<EntityUid>, env: Env)
    requires ValueOf(variable, env.request) == Ok(EntityV(uid))
    ensures Evaluate(ScopeExpr(variable, c), env) == Ok(BoolV(ConstraintHolds(c, uid, env.entities)))
  {
    var v := VariableE(variable);
    assert Evaluate(v, env) == Ok(EntityV(uid));
    match c
    case AnyEntity =>
    case EqualTo(u) => assert Evaluate(EntityE(u), env) == Ok(EntityV(u));
    case InEntity(u) => assert Evaluate(EntityE(u), env) == Ok(EntityV(u));
    case IsType(ty) =>
    case IsTypeIn(ty, u) =>
      assert Evaluate(Is(v, ty), env) == Ok(BoolV(uid.ty == ty));
      assert Evaluate(EntityE(u), env) == Ok(EntityV(u));
      assert Evaluate(Binary(In, v, EntityE(u)), env) == Ok(BoolV(u in Containers(uid, env.entities)));
  }

  lemma EntityListMeans(uids: seq<EntityUid>, env: Env)
    ensures EvaluateAll(EntityList(uids), env).OkAll?
    ensures forall v :: v in EvaluateAll(EntityList(uids), env).values <==> v.EntityV? && v.uid in uids
    decreases |uids|
  {
    if uids != [] {
      EntityListMeans(uids[1..], env);
      assert Evaluate(EntityE(uids[0]), env) == Ok(EntityV(uids[0]));
      assert EvaluateAll(EntityList(uids), env).values ==
        [EntityV(uids[0])] + EvaluateAll(EntityList(uids[1..]), env).values;
      assert uids == [uids[0]] + uids[1..];
    }
  }

  lemma InSetMeans(uid: EntityUid, elements: set<Value>, uids: seq<EntityUid>, entities: Entities)
    requires forall v :: v in elements <==> v.EntityV? && v.uid in uids
    ensures ApplyIn(EntityV(uid), SetV(elements), entities) == Ok(BoolV(InAny(uid, uids, entities)))
  {
    if InAny(uid, uids, entities) {
      var u :| u in uids && u in Containers(uid, entities);
      assert EntityV(u) in elements;
    }
  }

  lemma InListMeans(uids: seq<EntityUid>, env: Env)
    ensures Evaluate(Binary(In, VariableE(Action), SetE(EntityList(uids))), env) ==
      Ok(BoolV(InAny(env.request.action, uids, env.entities)))
  {
    EntityListMeans(uids, env);
    var list := EvaluateAll(EntityList(uids), env).values;
    var elements := set v | v in list;
    var a := VariableE(Action);
    var b := SetE(EntityList(uids));
    assert Evaluate(a, env) == Ok(EntityV(env.request.action));
    assert Evaluate(b, env) == Ok(SetV(elements));
    assert Evaluate(Binary(In, a, b), env) == ApplyIn(EntityV(env.request.action), SetV(elements), env.entities);
    InSetMeans(env.request.action, elements, uids, env.entities);
  }

  lemma ActionEqualMeans(u: EntityUid, env: Env)
    ensures Evaluate(Binary(Equal, VariableE(Action), EntityE(u)), env) == Ok(BoolV(env.request.action == u))
  {
    assert Evaluate(VariableE(Action), env) == Ok(EntityV(env.request.action));
    assert Evaluate(EntityE(u), env) == Ok(EntityV(u));
  }

  lemma ActionExprMeans(c: ActionConstraint, env: Env)
    ensures Evaluate(ActionExpr(c), env) == Ok(BoolV(ActionHolds(c, env.request.action, env.entities)))
  {
    if c.ActionEqual? {
      ActionEqualMeans(c.uid, env);
    } else if c.ActionIn? {
      InListMeans(c.uids, env);
      assert ActionExpr(c) == Binary(In, VariableE(Action), SetE(EntityList(c.uids)));
    } else {
      assert c.AnyAction?;
      assert ActionHolds(c, env.request.action, env.entities);
      assert ActionExpr(c) == BoolE(true);
      assert Evaluate(BoolE(true), env) == Ok(BoolV(true));
    }
  }

  // Theorem: a scope never fails: it matches or it does not, on every request. A policy with a scope that
  // matches has the outcome of its conditions; one with a scope that does not is not satisfied, and not erroring.
  lemma ScopesNeverFail(p: Policy, env: Env)
    ensures Outcome(p, env) == if ScopeHolds(p, env) then AsBool(Evaluate(Body(p.clauses), env)) else Ok(BoolV(false))
  {
    ScopeExprMeans(Principal, env.request.principal, p.principal, env);
    ActionExprMeans(p.action, env);
    ScopeExprMeans(Resource, env.request.resource, p.resource, env);
    var body := Body(p.clauses);
    var inner := And(ScopeExpr(Resource, p.resource), body);
    var middle := And(ActionExpr(p.action), inner);
    assert Evaluate(inner, env) == if ConstraintHolds(p.resource, env.request.resource, env.entities)
      then AsBool(Evaluate(body, env)) else Ok(BoolV(false));
    assert Evaluate(middle, env) == if ActionHolds(p.action, env.request.action, env.entities)
      then AsBool(Evaluate(inner, env)) else Ok(BoolV(false));
    assert Condition(p) == And(ScopeExpr(Principal, p.principal), middle);
  }

  // ---- conditions ----

  predicate ClauseHolds(clause: Clause, env: Env) {
    match clause
    case When(e) => Evaluate(e, env) == Ok(BoolV(true))
    case Unless(e) => Evaluate(e, env) == Ok(BoolV(false))
  }

  lemma ClauseExprMeans(clause: Clause, env: Env)
    ensures Evaluate(ClauseExpr(clause), env) == Ok(BoolV(true)) <==> ClauseHolds(clause, env)
  {
    if clause.Unless? {
      assert ClauseExpr(clause) == Unary(Not, clause.e);
      assert Evaluate(clause.e, env).Ok? ==>
        Evaluate(Unary(Not, clause.e), env) == ApplyUnary(Not, Evaluate(clause.e, env).value);
    }
  }

  // Theorem: the conditions of a policy hold exactly when every `when` is true and every `unless` is false.
  lemma ConditionsHoldTogether(clauses: seq<Clause>, env: Env)
    ensures Evaluate(Body(clauses), env) == Ok(BoolV(true)) <==> forall c :: c in clauses ==> ClauseHolds(c, env)
    decreases |clauses|
  {
    if |clauses| > 0 {
      ClauseExprMeans(clauses[0], env);
      ConditionsHoldTogether(clauses[1..], env);
      assert clauses == [clauses[0]] + clauses[1..];
      if |clauses| > 1 {
        var first, rest := ClauseExpr(clauses[0]), Body(clauses[1..]);
        assert Body(clauses) == And(first, rest);
        assert Evaluate(And(first, rest), env) == Ok(BoolV(true)) <==>
          Evaluate(first, env) == Ok(BoolV(true)) && Evaluate(rest, env) == Ok(BoolV(true));
      } else {
        assert Body(clauses) == ClauseExpr(clauses[0]);
      }
    }
  }

  // ---- templates ----

  function UidOf(u: EntityOrSlot, values: map<Slot, EntityUid>): EntityUid
    requires u.Hole? ==> u.slot in values
  { if u.Known? then u.uid else values[u.slot] }

  // What a constraint of a template means, its slots read from the link's values.
  predicate TemplateHolds(c: Constraint<EntityOrSlot>, values: map<Slot, EntityUid>, uid: EntityUid, entities: Entities)
    requires SlotsOf(c) <= values.Keys
  {
    match c
    case AnyEntity => true
    case EqualTo(u) => uid == UidOf(u, values)
    case InEntity(u) => UidOf(u, values) in Containers(uid, entities)
    case IsType(ty) => uid.ty == ty
    case IsTypeIn(ty, u) => uid.ty == ty && UidOf(u, values) in Containers(uid, entities)
  }

  // Theorem: a template can be linked exactly when a value is given for each of its slots and for nothing else.
  lemma LinksFillAllSlots(t: Template, id: string, values: map<Slot, EntityUid>)
    ensures Link(t, id, values).Some? <==> values.Keys == Slots(t)
  { }

  // Theorem: a link is satisfied exactly when its template is, with the slots standing for the link's values.
  lemma LinksMeanTheirTemplate(t: Template, id: string, values: map<Slot, EntityUid>, env: Env)
    requires values.Keys == Slots(t)
    ensures Link(t, id, values).Some?
    ensures Link(t, id, values).value.id == id && Link(t, id, values).value.effect == t.effect
    ensures IsSatisfied(Link(t, id, values).value, env) <==>
      && TemplateHolds(t.principal, values, env.request.principal, env.entities)
      && ActionHolds(t.action, env.request.action, env.entities)
      && TemplateHolds(t.resource, values, env.request.resource, env.entities)
      && Evaluate(Body(t.clauses), env) == Ok(BoolV(true))
  { ScopesNeverFail(Link(t, id, values).value, env); }
}
