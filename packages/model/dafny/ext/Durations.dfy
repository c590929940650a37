include "Text.dfy"
// The extension type `duration`: a span of time in milliseconds.
module Durations {
  import opened Values
  import opened Text

  datatype Unit = Unit(name: string, millis: int, rank: int)

  // The unit that the text begins with. `ms` is looked at before `m`.
  function method UnitAhead(s: string): Option<Unit> {
    if |s| == 0 then None
    else if s[0] == 'd' then Some(Unit("d", 86400000, 5))
    else if s[0] == 'h' then Some(Unit("h", 3600000, 4))
    else if |s| > 1 && s[0] == 'm' && s[1] == 's' then Some(Unit("ms", 1, 1))
    else if s[0] == 'm' then Some(Unit("m", 60000, 3))
    else if s[0] == 's' then Some(Unit("s", 1000, 2))
    else None
  }

  // Amounts with units, in the order d, h, m, s, ms, each at most once: all of them below `rank`.
  function method ParseAmounts(s: string, rank: int): Option<int>
    decreases |s|
  {
    if |s| == 0 then Some(0) else
    var digits := DigitsAhead(s);
    var unit := UnitAhead(s[digits..]);
    if digits == 0 || unit.None? || unit.value.rank >= rank then None else
    var rest := ParseAmounts(s[digits + (if unit.value.rank == 1 then 2 else 1)..], unit.value.rank);
    if rest.None? then None else Some(NumberOf(s[..digits]) * unit.value.millis + rest.value)
  }

  // `duration("-1d12h")`: an optional minus sign, which holds for all of it, then at least one amount.
  function method ParseDuration(s: string): Option<int> {
    var negative := |s| > 0 && s[0] == '-';
    var body := if negative then s[1..] else s;
    if |body| == 0 then None else
    var size := ParseAmounts(body, 6);
    if size.None? then None else
    var millis := if negative then -size.value else size.value;
    if IsLong(millis) then Some(millis) else None
  }

  // Whole units, rounded towards zero.
  function method ToSeconds(millis: int): int { Truncated(millis, 1000) }
  function method ToMinutes(millis: int): int { Truncated(ToSeconds(millis), 60) }
  function method ToHours(millis: int): int { Truncated(ToMinutes(millis), 60) }
  function method ToDays(millis: int): int { Truncated(ToHours(millis), 24) }
}
