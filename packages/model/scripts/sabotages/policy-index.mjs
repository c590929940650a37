// Wrong changes to the policy index.
import { changesTo } from "./changes-to.mjs";

/** @type {readonly import("./changes-to.mjs").Sabotage[]} */
export const policyIndexSabotages = [
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
    [
      "errors of forbids hidden by the index",
      "p in found && Outcome(p, env).Err? ::",
      "p in found && p.effect == Permit && Outcome(p, env).Err? ::",
      "ErrorIsFound",
    ],
  ]),
];
