include "../Evaluator.dfy"
include "ExtensionTheorems.dfy"
module EvaluatorTheorems {
  import opened Values
  import opened Patterns
  import opened Expressions
  import opened Hierarchy
  import opened Extensions
  import opened Evaluator
  import opened Text
  import opened Decimals
  import opened IpAddresses
  import opened Datetimes
  import opened Durations
  import opened ExtensionTheorems

  // Theorem: evaluation ends on every expression, request and entities, with a value or with an error.
  // (That it ends is checked for `Evaluate` itself, as for every function; this states what it ends with.)
  lemma EvaluationEnds(e: Expr, env: Env)
    ensures Evaluate(e, env).Ok? != Evaluate(e, env).Err?
  { }

  // Theorem: evaluation is deterministic: the same expression over the same request and entities gives the same.
  lemma EvaluationIsDeterministic(e: Expr, f: Expr, env: Env, other: Env)
    requires e == f && env == other
    ensures Evaluate(e, env) == Evaluate(f, other)
  { }

  // Theorem: `false && e` is false, whatever e is: it is not evaluated, and its errors do not show.
  lemma FalseAndIsFalse(left: Expr, right: Expr, env: Env)
    requires Evaluate(left, env) == Ok(BoolV(false))
    ensures Evaluate(And(left, right), env) == Ok(BoolV(false))
  { }

  // Theorem: `true || e` is true, whatever e is: it is not evaluated, and its errors do not show.
  lemma TrueOrIsTrue(left: Expr, right: Expr, env: Env)
    requires Evaluate(left, env) == Ok(BoolV(true))
    ensures Evaluate(Or(left, right), env) == Ok(BoolV(true))
  { }

  // Theorem: `true && e` and `false || e` are e if that is a boolean, and a type error if it is another value.
  lemma NeutralLeftOperands(left: Expr, right: Expr, env: Env)
    ensures Evaluate(left, env) == Ok(BoolV(true)) ==>
      Evaluate(And(left, right), env) == AsBool(Evaluate(right, env))
    ensures Evaluate(left, env) == Ok(BoolV(false)) ==>
      Evaluate(Or(left, right), env) == AsBool(Evaluate(right, env))
  { }

  // Theorem: `if` evaluates only the branch that it takes.
  lemma IfTakesOneBranch(test: Expr, yes: Expr, no: Expr, env: Env)
    ensures Evaluate(test, env) == Ok(BoolV(true)) ==> Evaluate(If(test, yes, no), env) == Evaluate(yes, env)
    ensures Evaluate(test, env) == Ok(BoolV(false)) ==> Evaluate(If(test, yes, no), env) == Evaluate(no, env)
  { }

  // Theorem: an error of the left operand is the error of `&&`, `||`, `if` and every operator.
  lemma LeftErrorsPassThrough(left: Expr, right: Expr, third: Expr, op: BinaryOp, env: Env)
    requires Evaluate(left, env).Err?
    ensures Evaluate(And(left, right), env) == Evaluate(left, env)
    ensures Evaluate(Or(left, right), env) == Evaluate(left, env)
    ensures Evaluate(If(left, right, third), env) == Evaluate(left, env)
    ensures Evaluate(Binary(op, left, right), env) == Evaluate(left, env)
  { }

  // Theorem: `==` never fails by itself: values of different kinds are merely not equal.
  lemma EqualityNeverFails(left: Expr, right: Expr, env: Env)
    requires Evaluate(left, env).Ok? && Evaluate(right, env).Ok?
    ensures Evaluate(Binary(Equal, left, right), env) ==
      Ok(BoolV(Evaluate(left, env).value == Evaluate(right, env).value))
  { }

  // Theorem: arithmetic gives the exact result or fails; it never wraps around.
  lemma ArithmeticIsExact(x: int, y: int, entities: Entities)
    ensures ApplyBinary(Add, LongV(x), LongV(y), entities) == if IsLong(x + y) then Ok(LongV(x + y)) else Err(IntegerOverflow)
    ensures ApplyBinary(Subtract, LongV(x), LongV(y), entities) == if IsLong(x - y) then Ok(LongV(x - y)) else Err(IntegerOverflow)
    ensures ApplyBinary(Multiply, LongV(x), LongV(y), entities) == if IsLong(x * y) then Ok(LongV(x * y)) else Err(IntegerOverflow)
    ensures ApplyUnary(Negate, LongV(x)) == if IsLong(-x) then Ok(LongV(-x)) else Err(IntegerOverflow)
  { }

  // Theorem: reading an attribute after `has` has said yes gives a value: `e has a && e.a ...` is safe.
  lemma HasMakesGetSafe(e: Expr, name: string, env: Env)
    requires Evaluate(HasAttribute(e, name), env) == Ok(BoolV(true))
    ensures Evaluate(GetAttribute(e, name), env).Ok?
  { }

  // Theorem: reading a tag after `hasTag` has said yes gives a value.
  lemma HasTagMakesGetTagSafe(e: Expr, tag: Expr, env: Env)
    requires Evaluate(Binary(HasTag, e, tag), env) == Ok(BoolV(true))
    ensures Evaluate(Binary(GetTag, e, tag), env).Ok?
  { }

  // Theorem: every entity is in itself, there or not.
  lemma InIsReflexive(e: Expr, env: Env)
    requires Evaluate(e, env).Ok? && Evaluate(e, env).value.EntityV?
    ensures Evaluate(Binary(In, e, e), env) == Ok(BoolV(true))
  { }

  // Theorem: `e has a.b` on a chain is the chain of `has` on each step.
  lemma HasPathIsAChain(e: Expr, path: seq<string>, name: string)
    requires |path| > 0
    ensures HasPath(e, path + [name]) == And(HasPath(e, path), HasAttribute(GetPath(e, path), name))
  {
    var longer := path + [name];
    assert longer[..|longer| - 1] == path;
    assert longer[|longer| - 1] == name;
  }

  // ---- no number leaves its range ----

  predicate EntityOk(entity: Entity) {
    && (forall k :: k in entity.attributes ==> WellFormed(entity.attributes[k]))
    && (forall k :: k in entity.tags ==> WellFormed(entity.tags[k]))
  }
  predicate EnvOk(env: Env) {
    && (forall uid :: uid in env.entities ==> EntityOk(env.entities[uid]))
    && (forall k :: k in env.request.context ==> WellFormed(env.request.context[k]))
  }
  // Every integer literal is a Long.
  predicate LiteralsOk(e: Expr)
    decreases e
  {
    match e
    case BoolE(b) => true
    case LongE(i) => IsLong(i)
    case StringE(s) => true
    case EntityE(uid) => true
    case VariableE(variable) => true
    case And(left, right) => LiteralsOk(left) && LiteralsOk(right)
    case Or(left, right) => LiteralsOk(left) && LiteralsOk(right)
    case If(test, yes, no) => LiteralsOk(test) && LiteralsOk(yes) && LiteralsOk(no)
    case Unary(op, arg) => LiteralsOk(arg)
    case Binary(op, left, right) => LiteralsOk(left) && LiteralsOk(right)
    case LikeE(arg, pattern) => LiteralsOk(arg)
    case Is(arg, entityType) => LiteralsOk(arg)
    case HasAttribute(arg, name) => LiteralsOk(arg)
    case GetAttribute(arg, name) => LiteralsOk(arg)
    case SetE(elements) => AllLiteralsOk(elements)
    case RecordE(fields) => FieldLiteralsOk(fields)
    case Call(fn, args) => AllLiteralsOk(args)
  }
  predicate AllLiteralsOk(es: Exprs)
    decreases es
  { match es case NoExprs => true case MoreExprs(first, rest) => LiteralsOk(first) && AllLiteralsOk(rest) }
  predicate FieldLiteralsOk(fields: Fields)
    decreases fields
  { match fields case NoFields => true case MoreFields(key, value, others) => LiteralsOk(value) && FieldLiteralsOk(others) }

  predicate ResultOk(r: Result) { r.Ok? ==> WellFormed(r.value) }

  lemma TruncatedStaysInRange(a: int, b: int)
    requires b > 0 && IsLong(a)
    ensures IsLong(Truncated(a, b))
  {
    if a >= 0 { QuotientIsSmaller(a, b); } else { QuotientIsSmaller(-a, b); }
  }

  lemma QuotientIsSmaller(a: int, b: int)
    requires b > 0 && a >= 0
    ensures 0 <= a / b <= a
  {
    assert a == b * (a / b) + a % b;
    if a / b > a { assert b * (a / b) >= a / b; }
  }

  lemma UnitsStayInRange(millis: int)
    requires IsLong(millis)
    ensures IsLong(ToSeconds(millis)) && IsLong(ToMinutes(millis)) && IsLong(ToHours(millis)) && IsLong(ToDays(millis))
  {
    TruncatedStaysInRange(millis, 1000);
    TruncatedStaysInRange(ToSeconds(millis), 60);
    TruncatedStaysInRange(ToMinutes(millis), 60);
    TruncatedStaysInRange(ToHours(millis), 24);
  }

  lemma TextsStayInRange(s: string)
    ensures ParseDecimal(s).Some? ==> IsLong(ParseDecimal(s).value)
    ensures ParseIp(s).Some? ==> IsIp(ParseIp(s).value)
    ensures ParseDuration(s).Some? ==> IsLong(ParseDuration(s).value)
    ensures ParseDatetime(s).Some? ==> IsLong(ParseDatetime(s).value)
  {
    if ParseDatetime(s).Some? { DatetimesAreSmall(s); }
  }

  lemma OneCallStaysInRange(fn: ExtensionFunction, v: Value)
    requires Arity(fn) == 1 && WellFormed(v)
    ensures ResultOk(CallOne(fn, v))
  {
    if v.StringV? { TextsStayInRange(v.s); }
    if v.DurationV? { UnitsStayInRange(v.millis); }
  }

  lemma TwoCallStaysInRange(fn: ExtensionFunction, v: Value, w: Value)
    ensures ResultOk(CallTwo(fn, v, w))
  { }

  lemma CallsStayInRange(fn: ExtensionFunction, args: seq<Value>)
    requires forall v :: v in args ==> WellFormed(v)
    ensures ResultOk(CallExtension(fn, args))
  {
    if |args| == Arity(fn) {
      if |args| == 1 { OneCallStaysInRange(fn, args[0]); } else { TwoCallStaysInRange(fn, args[0], args[1]); }
    }
  }

  lemma AllStayInRange(es: Exprs, env: Env)
    requires EnvOk(env) && AllLiteralsOk(es)
    ensures EvaluateAll(es, env).OkAll? ==> forall v :: v in EvaluateAll(es, env).values ==> WellFormed(v)
    decreases es
  {
    if es.MoreExprs? {
      ValuesStayInRange(es.first, env);
      AllStayInRange(es.rest, env);
    }
  }

  lemma FieldsStayInRange(fields: Fields, before: map<string, Value>, env: Env)
    requires EnvOk(env) && FieldLiteralsOk(fields)
    requires forall k :: k in before ==> WellFormed(before[k])
    ensures ResultOk(EvaluateFields(fields, before, env))
    decreases fields
  {
    if fields.MoreFields? {
      ValuesStayInRange(fields.value, env);
      var a := Evaluate(fields.value, env);
      if a.Ok? { FieldsStayInRange(fields.others, before[fields.key := a.value], env); }
    }
  }

  // Theorem: no number ever leaves its range: if the literals, the context and the entities hold only values
  // that Cedar can represent, so does every value that evaluation gives.
  lemma ValuesStayInRange(e: Expr, env: Env)
    requires EnvOk(env) && LiteralsOk(e)
    ensures ResultOk(Evaluate(e, env))
    decreases e
  {
    match e
    case BoolE(b) => case LongE(i) => case StringE(s) => case EntityE(uid) => case VariableE(variable) =>
    case And(left, right) => ValuesStayInRange(left, env); ValuesStayInRange(right, env);
    case Or(left, right) => ValuesStayInRange(left, env); ValuesStayInRange(right, env);
    case If(test, yes, no) => ValuesStayInRange(test, env); ValuesStayInRange(yes, env); ValuesStayInRange(no, env);
    case Unary(op, arg) => ValuesStayInRange(arg, env);
    case Binary(op, left, right) =>
      ValuesStayInRange(left, env); ValuesStayInRange(right, env);
      var a := Evaluate(left, env);
      var b := Evaluate(right, env);
      if op == GetTag && a.Ok? && b.Ok? && a.value.EntityV? && a.value.uid in env.entities {
        assert EntityOk(env.entities[a.value.uid]);
      }
    case LikeE(arg, pattern) => ValuesStayInRange(arg, env);
    case Is(arg, entityType) => ValuesStayInRange(arg, env);
    case HasAttribute(arg, name) => ValuesStayInRange(arg, env);
    case GetAttribute(arg, name) =>
      ValuesStayInRange(arg, env);
      var a := Evaluate(arg, env);
      if a.Ok? && a.value.EntityV? && a.value.uid in env.entities { assert EntityOk(env.entities[a.value.uid]); }
    case SetE(elements) => AllStayInRange(elements, env);
    case RecordE(fields) => FieldsStayInRange(fields, map[], env);
    case Call(fn, args) =>
      AllStayInRange(args, env);
      var all := EvaluateAll(args, env);
      if all.OkAll? { CallsStayInRange(fn, all.values); }
  }
}
