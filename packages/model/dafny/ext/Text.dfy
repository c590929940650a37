include "../Values.dfy"
// What the readers of extension values share.
module Text {
  import opened Values

  predicate method IsDigit(c: char) { '0' <= c <= '9' }

  function method DigitValue(c: char): int
    requires IsDigit(c)
    ensures 0 <= DigitValue(c) <= 9
  { (c as int) - ('0' as int) }

  // How many of the text's first characters are decimal digits.
  function method DigitsAhead(s: string): nat
    ensures DigitsAhead(s) <= |s|
    ensures forall i :: 0 <= i < DigitsAhead(s) ==> IsDigit(s[i])
    ensures DigitsAhead(s) < |s| ==> !IsDigit(s[DigitsAhead(s)])
    decreases |s|
  { if |s| > 0 && IsDigit(s[0]) then 1 + DigitsAhead(s[1..]) else 0 }

  predicate method AllDigits(s: string) { |s| > 0 && DigitsAhead(s) == |s| }

  function method NumberOf(s: string): int
    requires forall i :: 0 <= i < |s| ==> IsDigit(s[i])
    ensures NumberOf(s) >= 0
    decreases |s|
  { if |s| == 0 then 0 else NumberOf(s[..|s| - 1]) * 10 + DigitValue(s[|s| - 1]) }

  // The natural number that the text spells in decimal digits, leading zeros allowed.
  function method Natural(s: string): Option<int>
    ensures Natural(s).Some? ==> Natural(s).value >= 0
  {
    if AllDigits(s) then Some(NumberOf(s)) else None
  }

  // The place of the first such character, or the text's length.
  function method Find(c: char, s: string): nat
    ensures Find(c, s) <= |s|
    ensures Find(c, s) < |s| ==> s[Find(c, s)] == c
    ensures forall i :: 0 <= i < Find(c, s) ==> s[i] != c
    decreases |s|
  { if |s| == 0 || s[0] == c then 0 else 1 + Find(c, s[1..]) }

  function method Count(c: char, s: string): nat
    decreases |s|
  { if |s| == 0 then 0 else (if s[0] == c then 1 else 0) + Count(c, s[1..]) }

  // Division that rounds towards zero. (Dafny's own rounds so that the remainder is never negative.)
  function method Truncated(a: int, b: int): int
    requires b > 0
  { if a >= 0 then a / b else -((-a) / b) }
}
