include "Extensions.dfy"
include "Types.dfy"
// The types of extension functions and methods.
module Signatures {
  import opened Values
  import opened Types
  import opened Expressions
  import opened Extensions

  // The type of a call that has the right arguments.
  function method ResultType(fn: ExtensionFunction): Type {
    match fn
    case DecimalFn => DecimalT case IpFn => IpT case DatetimeFn => DatetimeT case DurationFn => DurationT
    case LessThan => BoolT(AnyBool) case LessThanOrEqual => BoolT(AnyBool)
    case GreaterThan => BoolT(AnyBool) case GreaterThanOrEqual => BoolT(AnyBool)
    case IsIpv4 => BoolT(AnyBool) case IsIpv6 => BoolT(AnyBool) case IsInRangeFn => BoolT(AnyBool)
    case IsLoopbackFn => BoolT(AnyBool) case IsMulticastFn => BoolT(AnyBool)
    case Offset => DatetimeT case DurationSince => DurationT case ToDateFn => DatetimeT case ToTimeFn => DurationT
    case ToMillisecondsFn => LongT case ToSecondsFn => LongT case ToMinutesFn => LongT case ToHoursFn => LongT
    case ToDaysFn => LongT
  }

  // The types of the arguments; a method's receiver is the first.
  function method ParameterTypes(fn: ExtensionFunction): seq<Type> {
    match fn
    case DecimalFn => [StringT] case IpFn => [StringT] case DatetimeFn => [StringT] case DurationFn => [StringT]
    case LessThan => [DecimalT, DecimalT] case LessThanOrEqual => [DecimalT, DecimalT]
    case GreaterThan => [DecimalT, DecimalT] case GreaterThanOrEqual => [DecimalT, DecimalT]
    case IsIpv4 => [IpT] case IsIpv6 => [IpT] case IsLoopbackFn => [IpT] case IsMulticastFn => [IpT]
    case IsInRangeFn => [IpT, IpT]
    case Offset => [DatetimeT, DurationT] case DurationSince => [DatetimeT, DatetimeT]
    case ToDateFn => [DatetimeT] case ToTimeFn => [DatetimeT]
    case ToMillisecondsFn => [DurationT] case ToSecondsFn => [DurationT] case ToMinutesFn => [DurationT]
    case ToHoursFn => [DurationT] case ToDaysFn => [DurationT]
  }

  predicate method IsConstructor(fn: ExtensionFunction) {
    fn == DecimalFn || fn == IpFn || fn == DatetimeFn || fn == DurationFn
  }

  // A constructor's argument must be written out as a string, and be one that it can read.
  predicate method IsReadable(fn: ExtensionFunction, args: Exprs) {
    args.MoreExprs? && args.rest.NoExprs? && args.first.StringE? && CallExtension(fn, [StringV(args.first.s)]).Ok?
  }
}
