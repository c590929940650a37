// Wrong changes to the definitions, each of which a proof must reject. `lemma` is where it is noticed.

/**
 * @typedef {{ readonly name: string; readonly file: string; readonly find: string; readonly put: string;
 *   readonly proof: string; readonly lemma: string }} Sabotage
 */

/** @type {readonly Sabotage[]} */
export const sabotages = [
  ...changesTo("Authorizer.dfy", "theorems/AuthorizerTheorems.dfy", [
    [
      "allow when nothing permits",
      "permits != {} && forbids == {}",
      "forbids == {}",
      "AllowedIffPermittedAndNotForbidden",
    ],
    [
      "allow what is forbidden",
      "permits != {} && forbids == {}",
      "permits != {}",
      "AllowedIffPermittedAndNotForbidden",
    ],
    [
      "permits as reasons to deny",
      "Response(Deny, forbids, errors)",
      "Response(Deny, permits, errors)",
      "DeterminingAreTheSatisfied",
    ],
    ["permits and forbids mixed up", "p.effect == effect && IsSatisfied", "IsSatisfied", "SomeIffSatisfied"],
    [
      "an error counts as satisfied",
      "Outcome(p, env) == Ok(BoolV(true))",
      "Outcome(p, env) != Ok(BoolV(false))",
      "ErroringPolicyDecidesNothing",
    ],
    [
      "errors of forbids hidden",
      "Outcome(p, env).Err? ::",
      "Outcome(p, env).Err? && p.effect == Permit ::",
      "ErroringAreTheFailed",
    ],
    [
      "the wrong error reported",
      "PolicyError(p.id, Outcome(p, env).error)",
      "PolicyError(p.id, TypeError)",
      "ErroringAreTheFailed",
    ],
  ]),
  ...changesTo("Evaluator.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "`&&` always evaluates both",
      "if a == Ok(BoolV(true)) then AsBool(Evaluate(right, env)) else a",
      "AsBool(Evaluate(right, env))",
      "FalseAndIsFalse",
    ],
    [
      "`||` always evaluates both",
      "if a == Ok(BoolV(false)) then AsBool(Evaluate(right, env)) else a",
      "AsBool(Evaluate(right, env))",
      "TrueOrIsTrue",
    ],
    [
      "`true && 1` is 1",
      "if a == Ok(BoolV(true)) then AsBool(Evaluate(right, env))",
      "if a == Ok(BoolV(true)) then Evaluate(right, env)",
      "NeutralLeftOperands",
    ],
    [
      "`if` takes the other branch",
      "then Evaluate(yes, env) else Evaluate(no, env)",
      "then Evaluate(no, env) else Evaluate(yes, env)",
      "IfTakesOneBranch",
    ],
    [
      "`==` of different kinds fails",
      "case Equal => Ok(BoolV(v == w))",
      "case Equal => if v.LongV? == w.LongV? then Ok(BoolV(v == w)) else Err(TypeError)",
      "EqualityNeverFails",
    ],
    [
      "`has` looks for the entity only",
      "v.uid in entities && name in entities[v.uid].attributes",
      "v.uid in entities",
      "HasMakesGetSafe",
    ],
    [
      "`hasTag` looks at attributes",
      "w.s in entities[v.uid].tags))",
      "w.s in entities[v.uid].attributes))",
      "HasTagMakesGetTagSafe",
    ],
  ]),
  ...changesTo("Values.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "overflow unnoticed",
      "if IsLong(i) then Ok(LongV(i)) else Err(IntegerOverflow)",
      "Ok(LongV(i))",
      "ArithmeticIsExact",
    ],
  ]),
  ...changesTo("Extensions.dfy", "theorems/EvaluatorTheorems.dfy", [
    [
      "`offset` overflows unnoticed",
      "CheckedDatetime(v.epoch + w.millis)",
      "Ok(DatetimeV(v.epoch + w.millis))",
      "TwoCallStaysInRange",
    ],
  ]),
  ...changesTo("Hierarchy.dfy", "theorems/EvaluatorTheorems.dfy", [
    ["`in` is not reflexive", "{uid} + Ancestors(uid, entities)", "Ancestors(uid, entities)", "InIsReflexive"],
  ]),
  ...changesTo("Hierarchy.dfy", "theorems/HierarchyTheorems.dfy", [
    [
      "only parents are ancestors",
      "{ Climb({uid}, {}, entities) }",
      "{ ParentsOfAll({uid}, entities) }",
      "AncestorsAreReachable",
    ],
    [
      "everyone is an ancestor of itself",
      "{ Climb({uid}, {}, entities) }",
      "{ Climb({uid}, {uid}, entities) }",
      "AncestorsAreReachable",
    ],
    ["the climb stops early", "Climb(met, found + met, entities)", "found + met", "ClimbIsClosed"],
  ]),
  ...changesTo("Hierarchy.dfy", "Hierarchy.dfy", [
    ["a cycle is climbed for ever", "Climb(met, found + met, entities)", "Climb(met, found, entities)", "Climb"],
  ]),
  ...changesTo("Patterns.dfy", "theorems/PatternTheorems.dfy", [
    ["`*` stands for nothing only", "AnyLater(Answers(rest, s))", "Answers(rest, s)", "AnswersAreMatches"],
    [
      "`like` need not match to the end",
      "case End => LastOnly(|s|)",
      "case End => AnyLater(LastOnly(|s|))",
      "AnswersAreMatches",
    ],
  ]),
  ...changesTo("Policies.dfy", "theorems/PolicyTheorems.dfy", [
    [
      "a link may leave slots over",
      "values.Keys != Slots(t) || principal.None?",
      "principal.None?",
      "LinksFillAllSlots",
    ],
    ["a link forgets the type", "Some(IsTypeIn(ty, f.value))", "Some(InEntity(f.value))", "LinksMeanTheirTemplate"],
    [
      "a link turns permit into forbid",
      "Some(Policy(id, t.effect,",
      "Some(Policy(id, Forbid,",
      "LinksMeanTheirTemplate",
    ],
    [
      "`principal ==` taken for `in`",
      "case EqualTo(u) => Binary(Equal, VariableE(variable), EntityE(u))",
      "case EqualTo(u) => Binary(In, VariableE(variable), EntityE(u))",
      "ScopeExprMeans",
    ],
    [
      "the resource is not asked for",
      "And(ScopeExpr(Resource, p.resource), Body(p.clauses))",
      "Body(p.clauses)",
      "ScopesNeverFail",
    ],
    ["`unless` taken for `when`", "case Unless(e) => Unary(Not, e)", "case Unless(e) => e", "ClauseExprMeans"],
    [
      "only the first condition counts",
      "else And(ClauseExpr(clauses[0]), Body(clauses[1..]))",
      "else ClauseExpr(clauses[0])",
      "ConditionsHoldTogether",
    ],
  ]),
  ...changesTo("PolicyIndex.dfy", "theorems/PolicyIndexTheorems.dfy", [
    [
      "the principal itself not looked up",
      "uid in Containers(principal, env.entities)",
      "uid in Ancestors(principal, env.entities)",
      "KeysOfRankMatch",
    ],
    ["`resource is` not looked up", ', Place(ResourceIs, EntityUid(resource.ty, ""))', "", "KeysOfRankMatch"],
    ["policies without constraints lost", "(set p | p in unconstrained) +", "", "CandidatesAreFound"],
    [
      "only the first action filed",
      "InsertAtAll(children[place := child], p, depth, uids[1..])",
      "children[place := child]",
      "InsertAtAllHolds",
    ],
    [
      "a list forgotten when it branches",
      "else InsertInBranch(BranchOf(policies[1..], depth), policies[0], depth)",
      "else BranchOf(policies[1..], depth)",
      "BranchOfHolds",
    ],
    [
      "`is in` filed as `==`",
      "case IsTypeIn(ty, u) => if wanted == isIn then [ScopeKey(isIn, [u])]",
      "case IsTypeIn(ty, u) => if wanted == equal then [ScopeKey(equal, [u])]",
      "KeysOfRankMatch",
    ],
  ]),
  ...changesTo("ext/IpAddresses.dfy", "theorems/ExtensionTheorems.dfy", [
    ["IPv4 addresses in IPv6 ranges", "a.V4? == b.V4? && Lowest(b)", "Lowest(b)", "FamiliesDoNotMix"],
    [
      "a range outside of itself",
      "Lowest(b) <= Lowest(a) && Highest(a) <= Highest(b)",
      "Lowest(b) < Lowest(a) && Highest(a) <= Highest(b)",
      "InRangeIsAnOrder",
    ],
  ]),
  ...changesTo("ext/IpAddresses.dfy", "ext/IpAddresses.dfy", [
    ["prefixes of any length", "if IsIp(ip) then Some(ip) else None", "Some(ip)", "CheckedIp"],
  ]),
  ...changesTo("ext/Datetimes.dfy", "theorems/ExtensionTheorems.dfy", [
    [
      "1900 a leap year",
      "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)",
      "year % 4 == 0",
      "YearsHaveTheirLength",
    ],
    [
      "negative times of day",
      "{ epoch % DayMillis }",
      "{ epoch - DayMillis * Truncated(epoch, DayMillis) }",
      "DateAndTimeMakeADatetime",
    ],
  ]),
  ...changesTo("ext/Decimals.dfy", "theorems/ExtensionTheorems.dfy", [
    [
      "decimals of any size",
      "if IsLong(units) then Some(units) else None",
      "Some(units)",
      "DecimalsAndDurationsAreInRange",
    ],
  ]),
];

/** @returns {readonly Sabotage[]} changes to one file that one file of proofs must reject */
function changesTo(file, proof, changes) {
  return changes.map(([name, find, put, lemma]) => ({ name, file, find, put, proof, lemma }));
}
