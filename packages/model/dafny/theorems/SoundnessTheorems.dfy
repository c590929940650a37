include "../Validator.dfy"
include "../Authorizer.dfy"
include "TypeSoundness.dfy"
include "PolicyTheorems.dfy"
// What validation is good for: policies that pass it do not go wrong.
module SoundnessTheorems {
  import opened Values
  import opened Expressions
  import opened Hierarchy
  import opened Evaluator
  import opened Types
  import opened Schemas
  import opened Signatures
  import opened OperatorTypes
  import opened TypeChecker
  import opened Conformance
  import opened Policies
  import opened Authorizer
  import opened Validator
  import opened TypeSoundness
  import opened PolicyTheorems

  // True, false, or an error that is excused: a missing entity, an integer overflow, or an extension error.
  predicate IsSafe(r: Result) { if r.Ok? then r.value.BoolV? else IsExcused(r.error) }

  // A request and entities that conform to a schema.
  predicate DataConforms(env: Env, schema: Schema) {
    IsSchema(schema) && RequestConforms(env.request, schema) && EntitiesConform(env.entities, schema)
  }

  // A conforming request is of one of the schema's environments.
  function EnvironmentOf(request: Request, schema: Schema): Environment
    requires RequestConforms(request, schema)
    ensures EnvironmentOf(request, schema) in Environments(schema)
    ensures IsOfEnvironment(request, EnvironmentOf(request, schema))
  {
    Environment(request.principal.ty, request.action, request.resource.ty, schema.actions[request.action].context)
  }

  // Theorem: validation is sound: a policy that passes strict validation, over a request and entities that conform to
  // the schema, is true or false, or fails only with a missing entity, an integer overflow or an extension error. It
  // never fails with a type error, a missing attribute, a missing tag, or a wrong number of arguments.
  lemma ValidPoliciesAreSafe(p: Policy, schema: Schema, env: Env)
    requires ValidatePolicy(p, schema) && DataConforms(env, schema)
    ensures IsSafe(Evaluate(Condition(p), env))
  {
    TypesAreRight(Condition(p), {}, EnvironmentOf(env.request, schema), schema, env);
  }

  // Theorem: if all policies pass strict validation, every error in a response to a conforming request is a missing
  // entity, an integer overflow or an extension error.
  lemma ValidResponsesAreSafe(policies: seq<Policy>, schema: Schema, env: Env, e: PolicyError)
    requires forall p :: p in policies ==> ValidatePolicy(p, schema)
    requires DataConforms(env, schema) && e in IsAuthorized(policies, env).erroring
    ensures IsExcused(e.error)
  {
    var p :| p in policies && Outcome(p, env).Err? && e == PolicyError(p.id, Outcome(p, env).error);
    ValidPoliciesAreSafe(p, schema, env);
  }

  // Theorem: a policy of which the validator warns that it is impossible is never satisfied by a conforming request.
  lemma ImpossiblePoliciesNeverApply(p: Policy, schema: Schema, env: Env)
    requires IsImpossible(p, schema) && DataConforms(env, schema)
    ensures !IsSatisfied(p, env)
  {
    TypesAreRight(Condition(p), {}, EnvironmentOf(env.request, schema), schema, env);
  }

  // ---- templates and links ----

  predicate IsScopeVariable(variable: Variable, uid: EntityUid, env: Env) {
    (variable == Principal && uid == env.request.principal) || (variable == Resource && uid == env.request.resource)
  }

  // Where the scope of a link matches, that of its template was not taken to be always false.
  lemma MatchingScopesAreChecked(variable: Variable, uid: EntityUid, c: Constraint<EntityOrSlot>,
      values: map<Slot, EntityUid>, known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env) && IsScopeVariable(variable, uid, env)
    requires IsBoolean(TypeOf(TemplateScope(variable, c), known, environment, schema))
    requires FillConstraint(c, values).Some?
    requires Evaluate(ScopeExpr(variable, FillConstraint(c, values).value), env) == Ok(BoolV(true))
    ensures var said := TypeOf(TemplateScope(variable, c), known, environment, schema);
      said.ty != BoolT(AlwaysFalse) && AllHold(said.shows, env)
  {
    var e := TemplateScope(variable, c);
    if SlotsOf(c) == {} {
      assert e == ScopeExpr(variable, FillConstraint(c, values).value);
      TypesAreRight(e, known, environment, schema, env);
    } else {
      SlotsMayMatch(variable, uid, c, known, environment, schema, env);
      ScopeExprMeans(variable, uid, FillConstraint(c, values).value, env);
    }
  }

  // A scope with a slot is never taken to be always false, unless for the type that it asks for.
  lemma SlotsMayMatch(variable: Variable, uid: EntityUid, c: Constraint<EntityOrSlot>,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires IsOfEnvironment(env.request, environment) && IsScopeVariable(variable, uid, env) && SlotsOf(c) != {}
    ensures TypeOf(TemplateScope(variable, c), known, environment, schema) ==
      Only(BoolT(if c.IsTypeIn? && c.ty != uid.ty then AlwaysFalse else AnyBool))
  {
    var v := VariableE(variable);
    assert TypeOf(v, known, environment, schema) == Only(EntityT(uid.ty));
    assert WithAction(v, environment) == v;
    assert TypeOf(Binary(Equal, v, v), known, environment, schema) == Only(BoolT(AnyBool));
    assert TypeOf(Binary(In, v, v), known, environment, schema) == Only(BoolT(AnyBool));
    if c.IsTypeIn? {
      assert TypeOf(Is(v, c.ty), known, environment, schema) == Only(Singleton(uid.ty == c.ty));
      assert known + {} == known;
    }
  }

  // Where the left operand is not always false, the right one has been checked.
  lemma RightIsChecked(left: Expr, right: Expr, known: Capabilities, environment: Environment, schema: Schema)
    requires IsBoolean(TypeOf(And(left, right), known, environment, schema))
    requires TypeOf(left, known, environment, schema).ty != BoolT(AlwaysFalse)
    ensures IsBoolean(TypeOf(right, known + TypeOf(left, known, environment, schema).shows, environment, schema))
  { }

  // Theorem: every link of a template that passes strict validation is as safe as a valid policy, whatever entities
  // it puts into the slots.
  lemma LinksOfValidTemplatesAreSafe(t: Template, id: string, values: map<Slot, EntityUid>, schema: Schema, env: Env)
    requires ValidateTemplate(t, schema) && DataConforms(env, schema) && Link(t, id, values).Some?
    ensures IsSafe(Evaluate(Condition(Link(t, id, values).value), env))
  {
    var p := Link(t, id, values).value;
    var environment := EnvironmentOf(env.request, schema);
    var scope := TemplateScope(Principal, t.principal);
    var rest := And(ActionExpr(t.action), And(TemplateScope(Resource, t.resource), Body(t.clauses)));
    ScopeExprMeans(Principal, env.request.principal, p.principal, env);
    if Evaluate(ScopeExpr(Principal, p.principal), env) == Ok(BoolV(true)) {
      MatchingScopesAreChecked(Principal, env.request.principal, t.principal, values, {}, environment, schema, env);
      RightIsChecked(scope, rest, {}, environment, schema);
      ActionsOfLinksAreSafe(t, p, values, {} + TypeOf(scope, {}, environment, schema).shows, environment, schema, env);
    }
  }

  lemma ActionsOfLinksAreSafe(t: Template, p: Policy, values: map<Slot, EntityUid>,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires p.action == t.action && p.clauses == t.clauses && FillConstraint(t.resource, values) == Some(p.resource)
    requires IsBoolean(TypeOf(
      And(ActionExpr(t.action), And(TemplateScope(Resource, t.resource), Body(t.clauses))), known, environment, schema))
    ensures IsSafe(AsBool(Evaluate(And(ActionExpr(p.action), And(ScopeExpr(Resource, p.resource), Body(p.clauses))), env)))
  {
    var action := ActionExpr(t.action);
    var rest := And(TemplateScope(Resource, t.resource), Body(t.clauses));
    TypesAreRight(action, known, environment, schema, env);
    if Evaluate(action, env) == Ok(BoolV(true)) {
      RightIsChecked(action, rest, known, environment, schema);
      ResourcesOfLinksAreSafe(t, p, values, known + TypeOf(action, known, environment, schema).shows,
        environment, schema, env);
    }
  }

  lemma ResourcesOfLinksAreSafe(t: Template, p: Policy, values: map<Slot, EntityUid>,
      known: Capabilities, environment: Environment, schema: Schema, env: Env)
    requires Conforms(env, environment, schema) && AllHold(known, env)
    requires p.clauses == t.clauses && FillConstraint(t.resource, values) == Some(p.resource)
    requires IsBoolean(TypeOf(And(TemplateScope(Resource, t.resource), Body(t.clauses)), known, environment, schema))
    ensures IsSafe(AsBool(Evaluate(And(ScopeExpr(Resource, p.resource), Body(p.clauses)), env)))
  {
    var scope := TemplateScope(Resource, t.resource);
    ScopeExprMeans(Resource, env.request.resource, p.resource, env);
    if Evaluate(ScopeExpr(Resource, p.resource), env) == Ok(BoolV(true)) {
      MatchingScopesAreChecked(Resource, env.request.resource, t.resource, values, known, environment, schema, env);
      RightIsChecked(scope, Body(t.clauses), known, environment, schema);
      TypesAreRight(Body(t.clauses), known + TypeOf(scope, known, environment, schema).shows, environment, schema, env);
    }
  }

  // Theorem: validating a template without slots is validating the policy that it is.
  lemma StaticPoliciesAreTemplates(t: Template, id: string, schema: Schema)
    requires Slots(t) == {}
    ensures Link(t, id, map[]).Some?
    ensures ValidateTemplate(t, schema) == ValidatePolicy(Link(t, id, map[]).value, schema)
  {
    var p := Link(t, id, map[]).value;
    assert TemplateScope(Principal, t.principal) == ScopeExpr(Principal, p.principal);
    assert TemplateScope(Resource, t.resource) == ScopeExpr(Resource, p.resource);
  }
}
