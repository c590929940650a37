include "Expressions.dfy"
include "ext/Decimals.dfy"
include "ext/IpAddresses.dfy"
include "ext/Datetimes.dfy"
include "ext/Durations.dfy"
// Applying extension functions and methods to values.
module Extensions {
  import opened Values
  import opened Expressions
  import opened Decimals
  import opened IpAddresses
  import opened Datetimes
  import opened Durations

  function method Arity(fn: ExtensionFunction): nat {
    match fn
    case DecimalFn => 1 case IpFn => 1 case DatetimeFn => 1 case DurationFn => 1
    case LessThan => 2 case LessThanOrEqual => 2 case GreaterThan => 2 case GreaterThanOrEqual => 2
    case IsIpv4 => 1 case IsIpv6 => 1 case IsLoopbackFn => 1 case IsMulticastFn => 1 case IsInRangeFn => 2
    case Offset => 2 case DurationSince => 2 case ToDateFn => 1 case ToTimeFn => 1
    case ToMillisecondsFn => 1 case ToSecondsFn => 1 case ToMinutesFn => 1 case ToHoursFn => 1 case ToDaysFn => 1
  }

  function method CallExtension(fn: ExtensionFunction, args: seq<Value>): Result {
    if |args| != Arity(fn) then Err(ArgumentCount)
    else if |args| == 1 then CallOne(fn, args[0])
    else CallTwo(fn, args[0], args[1])
  }

  function method CallOne(fn: ExtensionFunction, v: Value): Result
    requires Arity(fn) == 1
  {
    match fn
    case DecimalFn => if v.StringV? then DecimalOf(ParseDecimal(v.s)) else Err(TypeError)
    case IpFn => if v.StringV? then IpOf(ParseIp(v.s)) else Err(TypeError)
    case DatetimeFn => if v.StringV? then DatetimeOf(ParseDatetime(v.s)) else Err(TypeError)
    case DurationFn => if v.StringV? then DurationOf(ParseDuration(v.s)) else Err(TypeError)
    case IsIpv4 => if v.IpV? then Ok(BoolV(v.ip.V4?)) else Err(TypeError)
    case IsIpv6 => if v.IpV? then Ok(BoolV(v.ip.V6?)) else Err(TypeError)
    case IsLoopbackFn => if v.IpV? then Ok(BoolV(IsLoopback(v.ip))) else Err(TypeError)
    case IsMulticastFn => if v.IpV? then Ok(BoolV(IsMulticast(v.ip))) else Err(TypeError)
    case ToDateFn => if v.DatetimeV? then CheckedDatetime(ToDate(v.epoch)) else Err(TypeError)
    case ToTimeFn => if v.DatetimeV? then Ok(DurationV(ToTime(v.epoch))) else Err(TypeError)
    case ToMillisecondsFn => if v.DurationV? then Ok(LongV(v.millis)) else Err(TypeError)
    case ToSecondsFn => if v.DurationV? then Ok(LongV(ToSeconds(v.millis))) else Err(TypeError)
    case ToMinutesFn => if v.DurationV? then Ok(LongV(ToMinutes(v.millis))) else Err(TypeError)
    case ToHoursFn => if v.DurationV? then Ok(LongV(ToHours(v.millis))) else Err(TypeError)
    case ToDaysFn => if v.DurationV? then Ok(LongV(ToDays(v.millis))) else Err(TypeError)
    case LessThan => Err(ArgumentCount) case LessThanOrEqual => Err(ArgumentCount)
    case GreaterThan => Err(ArgumentCount) case GreaterThanOrEqual => Err(ArgumentCount)
    case IsInRangeFn => Err(ArgumentCount) case Offset => Err(ArgumentCount) case DurationSince => Err(ArgumentCount)
  }

  // That addresses fit their bits is asked here because the definition of ranges rests on it; of all that `ip`
  // reads it holds.
  function method CallTwo(fn: ExtensionFunction, v: Value, w: Value): Result {
    if fn == IsInRangeFn then
      if v.IpV? && w.IpV? && IsIp(v.ip) && IsIp(w.ip) then Ok(BoolV(IsInRange(v.ip, w.ip))) else Err(TypeError)
    else if fn == Offset then
      if v.DatetimeV? && w.DurationV? then CheckedDatetime(v.epoch + w.millis) else Err(TypeError)
    else if fn == DurationSince then
      if v.DatetimeV? && w.DatetimeV? then CheckedDuration(v.epoch - w.epoch) else Err(TypeError)
    else if !v.DecimalV? || !w.DecimalV? then Err(TypeError)
    else if fn == LessThan then Ok(BoolV(v.units < w.units))
    else if fn == LessThanOrEqual then Ok(BoolV(v.units <= w.units))
    else if fn == GreaterThan then Ok(BoolV(v.units > w.units))
    else Ok(BoolV(v.units >= w.units))
  }

  function method DecimalOf(units: Option<int>): Result { if units.Some? then Ok(DecimalV(units.value)) else Err(ExtensionError) }
  function method IpOf(ip: Option<Ip>): Result { if ip.Some? then Ok(IpV(ip.value)) else Err(ExtensionError) }
  function method DatetimeOf(epoch: Option<int>): Result { if epoch.Some? then Ok(DatetimeV(epoch.value)) else Err(ExtensionError) }
  function method DurationOf(millis: Option<int>): Result { if millis.Some? then Ok(DurationV(millis.value)) else Err(ExtensionError) }
  function method CheckedDatetime(epoch: int): Result { if IsLong(epoch) then Ok(DatetimeV(epoch)) else Err(ExtensionError) }
  function method CheckedDuration(millis: int): Result { if IsLong(millis) then Ok(DurationV(millis)) else Err(ExtensionError) }
}
