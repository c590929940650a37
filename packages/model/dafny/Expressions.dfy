include "Values.dfy"
include "Patterns.dfy"
// The expressions of Cedar's policies.
module Expressions {
  import opened Values
  import opened Patterns

  datatype Variable = Principal | Action | Resource | Context

  datatype UnaryOp = Not | Negate | IsEmpty

  datatype BinaryOp =
    | Equal | Less | LessOrEqual
    | Add | Subtract | Multiply
    | In
    | Contains | ContainsAll | ContainsAny
    | HasTag | GetTag

  datatype ExtensionFunction =
    | DecimalFn | LessThan | LessThanOrEqual | GreaterThan | GreaterThanOrEqual
    | IpFn | IsIpv4 | IsIpv6 | IsLoopbackFn | IsMulticastFn | IsInRangeFn
    | DatetimeFn | Offset | DurationSince | ToDateFn | ToTimeFn
    | DurationFn | ToMillisecondsFn | ToSecondsFn | ToMinutesFn | ToHoursFn | ToDaysFn

  datatype Expr =
    | BoolE(b: bool) | LongE(i: int) | StringE(s: string) | EntityE(uid: EntityUid)
    | VariableE(variable: Variable)
    | And(left: Expr, right: Expr)
    | Or(left: Expr, right: Expr)
    | If(test: Expr, yes: Expr, no: Expr)
    | Unary(unary: UnaryOp, arg: Expr)
    | Binary(binary: BinaryOp, left: Expr, right: Expr)
    | LikeE(arg: Expr, pattern: Pattern)
    | Is(arg: Expr, entityType: string)
    | HasAttribute(arg: Expr, name: string)
    | GetAttribute(arg: Expr, name: string)
    | SetE(elements: Exprs)
    | RecordE(fields: Fields)                           // keys differ; evaluated in this order
    | Call(fn: ExtensionFunction, args: Exprs)          // a method's receiver is its first argument
  datatype Exprs = NoExprs | MoreExprs(first: Expr, rest: Exprs)
  datatype Fields = NoFields | MoreFields(key: string, value: Expr, others: Fields)

  // The operators that Cedar explains by others.
  function method NotEqual(left: Expr, right: Expr): Expr { Unary(Not, Binary(Equal, left, right)) }
  function method Greater(left: Expr, right: Expr): Expr { Unary(Not, Binary(LessOrEqual, left, right)) }
  function method GreaterOrEqual(left: Expr, right: Expr): Expr { Unary(Not, Binary(Less, left, right)) }
  function method IsIn(arg: Expr, entityType: string, container: Expr): Expr {
    And(Is(arg, entityType), Binary(In, arg, container))
  }
  // `e has a.b.c` is `(e has a && e.a has b) && e.a.b has c`.
  function method HasPath(arg: Expr, path: seq<string>): Expr
    requires |path| > 0
    decreases |path|
  {
    if |path| == 1 then HasAttribute(arg, path[0])
    else And(HasPath(arg, path[..|path| - 1]), HasAttribute(GetPath(arg, path[..|path| - 1]), path[|path| - 1]))
  }
  function method GetPath(arg: Expr, path: seq<string>): Expr
    decreases |path|
  {
    if |path| == 0 then arg else GetAttribute(GetPath(arg, path[..|path| - 1]), path[|path| - 1])
  }
}
