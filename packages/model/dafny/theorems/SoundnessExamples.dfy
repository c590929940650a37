include "SoundnessTheorems.dfy"
// That the soundness of validation is no empty claim: data that conform and policies that are valid do exist, and each
// of the errors that it excuses does happen to them.
module SoundnessExamples {
  import opened Values
  import opened Expressions
  import opened Extensions
  import opened Hierarchy
  import opened Evaluator
  import opened Types
  import opened Schemas
  import opened Signatures
  import opened OperatorTypes
  import opened TypeChecker
  import opened Conformance
  import opened Policies
  import opened Validator
  import opened TypeSoundness
  import opened SoundnessTheorems
  import opened HierarchyTheorems

  // entity User { age: Long };
  // action view appliesTo { principal: User, resource: User, context: { now: datetime, later: duration } };
  const View: EntityUid := EntityUid("Action", "view")
  const Alice: EntityUid := EntityUid("User", "alice")
  const ContextType: map<string, AttributeType> :=
    map["now" := AttributeType(DatetimeT, true), "later" := AttributeType(DurationT, true)]
  function ExampleSchema(): Schema {
    Schema(
      map["User" := EntityType(map["age" := AttributeType(LongT, true)], None, {}, None)],
      map[View := ActionType({"User"}, {"User"}, ContextType, {})])
  }

  function ExampleEnvironment(): Environment { Environment("User", View, "User", ContextType) }

  // No entity is there but the action.
  function ExampleEnv(): Env {
    Env(Request(Alice, View, Alice, map["now" := DatetimeV(MaxLong), "later" := DurationV(1)]),
      map[View := Entity(map[], map[], {})])
  }

  // permit(principal, action, resource) when { e };
  function PermitWhen(e: Expr): Policy { Policy("example", Permit, AnyEntity, AnyAction, AnyEntity, [When(e)]) }

  lemma ExampleConforms()
    ensures DataConforms(ExampleEnv(), ExampleSchema())
  {
    var entities := ExampleEnv().entities;
    assert ParentsOfAll({View}, entities) == {};
    assert Ancestors(View, entities) == {};
  }

  // The condition of such a policy.
  function WithScope(e: Expr): Expr { And(BoolE(true), And(BoolE(true), And(BoolE(true), e))) }

  lemma ConditionIsWithScope(e: Expr)
    ensures Condition(PermitWhen(e)) == WithScope(e)
  { assert Body([When(e)]) == e; }

  lemma ExampleHasOneEnvironment(environment: Environment)
    requires environment in Environments(ExampleSchema())
    ensures environment == ExampleEnvironment()
  { }

  lemma WithScopeIsBoolean(e: Expr, environment: Environment, schema: Schema)
    requires IsBoolean(TypeOf(e, {}, environment, schema))
    ensures IsBoolean(TypeOf(WithScope(e), {}, environment, schema))
  {
    assert {} + Only(Singleton(true)).shows == {};
    assert IsBoolean(TypeOf(And(BoolE(true), e), {}, environment, schema));
    assert IsBoolean(TypeOf(And(BoolE(true), And(BoolE(true), e)), {}, environment, schema));
  }

  lemma WithScopeFails(e: Expr, error: Error, env: Env)
    requires Evaluate(e, env) == Err(error)
    ensures Evaluate(WithScope(e), env) == Err(error)
  {
    assert Evaluate(And(BoolE(true), e), env) == Err(error);
    assert Evaluate(And(BoolE(true), And(BoolE(true), e)), env) == Err(error);
  }

  lemma WithScopeNamesAreKnown(e: Expr, schema: Schema)
    requires NamesKnown(e, schema)
    ensures NamesKnown(WithScope(e), schema)
  { assert NamesKnown(And(BoolE(true), e), schema); }

  lemma PermitWhenIsValid(e: Expr)
    requires NamesKnown(e, ExampleSchema()) && IsBoolean(TypeOf(e, {}, ExampleEnvironment(), ExampleSchema()))
    ensures ValidatePolicy(PermitWhen(e), ExampleSchema())
  {
    ConditionIsWithScope(e);
    WithScopeNamesAreKnown(e, ExampleSchema());
    WithScopeIsBoolean(e, ExampleEnvironment(), ExampleSchema());
    forall environment | environment in Environments(ExampleSchema()) ensures environment == ExampleEnvironment() {
      ExampleHasOneEnvironment(environment);
    }
  }

  // What the theorem says of an error: it happens to a valid policy, over a conforming request and entities.
  predicate Happens(error: Error) {
    exists p, schema, env ::
      ValidatePolicy(p, schema) && DataConforms(env, schema) && Evaluate(Condition(p), env) == Err(error)
  }

  lemma ExampleHappens(e: Expr, error: Error)
    requires NamesKnown(e, ExampleSchema()) && IsBoolean(TypeOf(e, {}, ExampleEnvironment(), ExampleSchema()))
    requires Evaluate(e, ExampleEnv()) == Err(error)
    ensures Happens(error)
  {
    PermitWhenIsValid(e);
    ExampleConforms();
    ConditionIsWithScope(e);
    WithScopeFails(e, error, ExampleEnv());
  }

  // permit(principal, action, resource) when { principal.age == 1 };
  lemma MissingEntitiesHappen()
    ensures Happens(MissingEntity)
  {
    var age := GetAttribute(VariableE(Principal), "age");
    assert Evaluate(age, ExampleEnv()) == Err(MissingEntity);
    ExampleHappens(Binary(Equal, age, LongE(1)), MissingEntity);
  }

  // permit(principal, action, resource) when { 9223372036854775807 + 1 == 1 };
  lemma OverflowsHappen()
    ensures Happens(IntegerOverflow)
  {
    var sum := Binary(Add, LongE(MaxLong), LongE(1));
    assert Evaluate(sum, ExampleEnv()) == Err(IntegerOverflow);
    ExampleHappens(Binary(Equal, sum, LongE(1)), IntegerOverflow);
  }

  // permit(principal, action, resource) when { context.now.offset(context.later) == context.now };
  lemma ExtensionErrorsHappen()
    ensures Happens(ExtensionError)
  {
    var now, later := GetAttribute(VariableE(Context), "now"), GetAttribute(VariableE(Context), "later");
    var args := MoreExprs(now, MoreExprs(later, NoExprs));
    var env := ExampleEnv();
    assert Evaluate(now, env) == Ok(DatetimeV(MaxLong));
    assert Evaluate(later, env) == Ok(DurationV(1));
    assert EvaluateAll(MoreExprs(later, NoExprs), env) == OkAll([DurationV(1)]);
    assert EvaluateAll(args, env) == OkAll([DatetimeV(MaxLong), DurationV(1)]);
    assert Evaluate(Call(Offset, args), env) == Err(ExtensionError);
    ExampleHappens(Binary(Equal, Call(Offset, args), now), ExtensionError);
  }

  // Theorem: soundness promises as much as it can: each of the three errors that it excuses happens to a valid policy
  // over a conforming request and conforming entities.
  lemma EveryExcuseIsNeeded(error: Error)
    requires IsExcused(error)
    ensures Happens(error)
  { MissingEntitiesHappen(); OverflowsHappen(); ExtensionErrorsHappen(); }
}
