include "../Patterns.dfy"
module PatternTheorems {
  import opened Patterns

  lemma AnswersAreMatches(p: Pattern, s: string, i: nat)
    requires i <= |s|
    ensures Answers(p, s)[i] == Matches(p, s[i..])
    decreases p, |s| - i
  {
    match p
    case End =>
    case Char(c, rest) =>
      if i < |s| { AnswersAreMatches(rest, s, i + 1); assert s[i..][1..] == s[i + 1..]; }
    case Star(rest) =>
      AnswersAreMatches(rest, s, i);
      if i < |s| {
        AnswersAreMatches(p, s, i + 1);
        assert s[i..][1..] == s[i + 1..];
      }
  }

  // Theorem: `like` computes exactly what patterns mean: `*` stands for any characters, all others for themselves.
  lemma LikeIsMatches(s: string, p: Pattern)
    ensures Like(s, p) == Matches(p, s)
  { AnswersAreMatches(p, s, 0); assert s[0..] == s; }
}
