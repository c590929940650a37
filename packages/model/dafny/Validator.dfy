include "TypeChecker.dfy"
include "Policies.dfy"
// Strict validation of policies, templates and links.
module Validator {
  import opened Values
  import opened Expressions
  import opened Types
  import opened Schemas
  import opened OperatorTypes
  import opened TypeChecker
  import opened Policies

  // A policy is valid if the schema knows all entities and types that it names, and if in every request environment
  // its condition is a boolean that cannot go wrong. That it may be always false is no error.
  predicate method ValidatePolicy(p: Policy, schema: Schema) {
    NamesKnown(Condition(p), schema) && IsBooleanEverywhere(Condition(p), schema)
  }

  predicate method ValidateTemplate(t: Template, schema: Schema) {
    NamesKnown(TemplateCondition(t), schema) && IsBooleanEverywhere(TemplateCondition(t), schema)
  }

  // A link of a valid template need only fill the slots with entities of known types.
  predicate method ValidateLink(values: map<Slot, EntityUid>, schema: Schema) {
    forall slot :: slot in values ==> IsKnownType(values[slot].ty, schema)
  }

  predicate method IsBooleanEverywhere(e: Expr, schema: Schema) {
    forall action, principal, resource :: action in schema.actions &&
      principal in schema.actions[action].principals && resource in schema.actions[action].resources ==>
      IsBoolean(TypeOf(e, {}, EnvironmentFor(principal, action, resource, schema), schema))
  }

  // A policy that is false in every request environment never applies. The validator warns of it.
  predicate method IsImpossible(p: Policy, schema: Schema) {
    forall action, principal, resource :: action in schema.actions &&
      principal in schema.actions[action].principals && resource in schema.actions[action].resources ==>
      var said := TypeOf(Condition(p), {}, EnvironmentFor(principal, action, resource, schema), schema);
      said.Typed? && said.ty == BoolT(AlwaysFalse)
  }

  // ---- templates ----

  // What a template asks. Of the entity in a slot nothing is known but that it may be the principal (or resource), or
  // contain it, of whatever type that is. As much is known of the principal itself: it stands for the slot.
  function method TemplateCondition(t: Template): Expr {
    And(TemplateScope(Principal, t.principal),
      And(ActionExpr(t.action),
        And(TemplateScope(Resource, t.resource), Body(t.clauses))))
  }

  function method TemplateScope(variable: Variable, c: Constraint<EntityOrSlot>): Expr {
    match c
    case AnyEntity => BoolE(true)
    case EqualTo(u) => Binary(Equal, VariableE(variable), SlotExpr(u, variable))
    case InEntity(u) => Binary(In, VariableE(variable), SlotExpr(u, variable))
    case IsType(ty) => Is(VariableE(variable), ty)
    case IsTypeIn(ty, u) => IsIn(VariableE(variable), ty, SlotExpr(u, variable))
  }

  function method SlotExpr(u: EntityOrSlot, variable: Variable): Expr {
    if u.Known? then EntityE(u.uid) else VariableE(variable)
  }

  // ---- names ----

  // Whether all entities that the expression names are declared, and all entity types known; also in those of its parts
  // that are never evaluated.
  predicate method NamesKnown(e: Expr, schema: Schema)
    decreases e
  {
    match e
    case BoolE(b) => true
    case LongE(i) => true
    case StringE(s) => true
    case EntityE(uid) => IsDeclared(uid, schema) && HasDeclaredId(uid, schema)
    case VariableE(variable) => true
    case And(left, right) => NamesKnown(left, schema) && NamesKnown(right, schema)
    case Or(left, right) => NamesKnown(left, schema) && NamesKnown(right, schema)
    case If(test, yes, no) => NamesKnown(test, schema) && NamesKnown(yes, schema) && NamesKnown(no, schema)
    case Unary(op, arg) => NamesKnown(arg, schema)
    case Binary(op, left, right) => NamesKnown(left, schema) && NamesKnown(right, schema)
    case LikeE(arg, pattern) => NamesKnown(arg, schema)
    case Is(arg, entityType) => NamesKnown(arg, schema) && IsKnownType(entityType, schema)
    case HasAttribute(arg, name) => NamesKnown(arg, schema)
    case GetAttribute(arg, name) => NamesKnown(arg, schema)
    case SetE(elements) => AllNamesKnown(elements, schema)
    case RecordE(fields) => FieldNamesKnown(fields, schema)
    case Call(fn, args) => AllNamesKnown(args, schema)
  }
  predicate method AllNamesKnown(es: Exprs, schema: Schema)
    decreases es
  { match es case NoExprs => true case MoreExprs(first, rest) => NamesKnown(first, schema) && AllNamesKnown(rest, schema) }
  predicate method FieldNamesKnown(fields: Fields, schema: Schema)
    decreases fields
  {
    match fields
    case NoFields => true
    case MoreFields(key, value, others) => NamesKnown(value, schema) && FieldNamesKnown(others, schema)
  }
}
