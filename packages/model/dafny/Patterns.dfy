// The patterns of `like`: characters that stand for themselves, and `*` for any number of characters.
module Patterns {
  datatype Pattern = End | Star(rest: Pattern) | Char(c: char, rest: Pattern)

  // What a pattern means.
  predicate Matches(p: Pattern, s: string)
    decreases |s|, p
  {
    match p
    case End => |s| == 0
    case Char(c, rest) => |s| > 0 && s[0] == c && Matches(rest, s[1..])
    case Star(rest) => Matches(rest, s) || (|s| > 0 && Matches(p, s[1..]))
  }

  // How it is computed, in time proportional to the text for each character of the pattern: the answers for
  // all ends of the text at once. Answer i is whether the pattern matches the text from its character i on.
  function method Answers(p: Pattern, s: string): seq<bool>
    ensures |Answers(p, s)| == |s| + 1
    decreases p
  {
    match p
    case End => LastOnly(|s|)
    case Char(c, rest) => AfterChar(c, s, Answers(rest, s)[1..])
    case Star(rest) => AnyLater(Answers(rest, s))
  }

  // No, no, ..., yes: only the end of the text is empty.
  function method LastOnly(length: nat): seq<bool>
    ensures |LastOnly(length)| == length + 1
    ensures forall i :: 0 <= i < length ==> !LastOnly(length)[i]
    ensures LastOnly(length)[length]
    decreases length
  { if length == 0 then [true] else [false] + LastOnly(length - 1) }

  // Yes where the text has the character and `after`, the answers one character later, says yes.
  function method AfterChar(c: char, s: string, after: seq<bool>): seq<bool>
    requires |after| == |s|
    ensures |AfterChar(c, s, after)| == |s| + 1
    ensures forall i :: 0 <= i < |s| ==> AfterChar(c, s, after)[i] == (s[i] == c && after[i])
    ensures !AfterChar(c, s, after)[|s|]
    decreases |s|
  { if |s| == 0 then [false] else [s[0] == c && after[0]] + AfterChar(c, s[1..], after[1..]) }

  // Yes where this answer or one further on is yes.
  function method AnyLater(answers: seq<bool>): seq<bool>
    ensures |AnyLater(answers)| == |answers|
    ensures forall i :: 0 <= i < |answers| ==> AnyLater(answers)[i] == exists j :: i <= j < |answers| && answers[j]
    decreases |answers|
  {
    if |answers| == 0 then [] else
    var later := AnyLater(answers[1..]);
    assert forall i :: 0 <= i < |later| ==>
      later[i] == exists j :: i + 1 <= j < |answers| && answers[j];
    [answers[0] || (|later| > 0 && later[0])] + later
  }

  // `text like pattern`
  predicate method Like(s: string, p: Pattern) { Answers(p, s)[0] }
}
