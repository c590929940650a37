// Wrong changes to policies, templates and links.
import { changesTo } from "./changes-to.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const policiesSabotages = [
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
];
