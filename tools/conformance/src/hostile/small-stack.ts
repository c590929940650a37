import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { maxNesting } from "@deodar/syntax";
import type { HostileCase } from "./hostile-case.ts";

const uid = { type: "User", id: "me" };
const request = { principal: uid, action: { type: "Action", id: "a" }, resource: uid, context: { t: true } };
const levels = maxNesting - 10;
const nested = `${"!!(context.t && ".repeat(levels)}context.t${")".repeat(levels)}`;
const text = `permit(principal, action, resource); forbid(principal, action, resource) when { ${nested} };`;

/** Runs the function once at every depth of the stack where there is less and less of it left. */
function atEveryDepth(run: () => void): void {
  let left = 0;
  const descend = (): void => {
    try {
      descend();
    } catch {
      left = 0;
    }
    // On the way back every tenth frame tries, until there is clearly room enough.
    if (left++ % 10 === 0 && left < 4000) run();
  };
  descend();
}

/** A stack that runs out may stop a decision, but never make it another one. */
export const smallStackCases: readonly HostileCase[] = [
  {
    name: "a decision with ever less stack",
    expected: "deny or none",
    run: () => {
      const policies = unwrap(policySetFromText(text));
      const entities = unwrap(Entities.fromPlain([]));
      const plain = unwrap(requestFromPlain(request));
      const seen = new Set<string>();
      atEveryDepth(() => {
        try {
          seen.add(isAuthorized({ request: plain, policies, entities }).decision);
        } catch {
          seen.add("none");
        }
      });
      return [...seen].sort().join(" or ");
    },
  },
  {
    name: "a text read with ever less stack",
    expected: "read or refused, and read right",
    run: () => {
      const entities = unwrap(Entities.fromPlain([]));
      const plain = unwrap(requestFromPlain(request));
      const decisions = new Set<string>();
      let reads = 0;
      let tries = 0;
      atEveryDepth(() => {
        if (tries++ % 8 !== 0) return;
        try {
          const policies = policySetFromText(text);
          if (!policies.ok) return;
          reads++;
          decisions.add(isAuthorized({ request: plain, policies: policies.value, entities }).decision);
        } catch {
          // No stack, no answer.
        }
      });
      return decisions.has("allow") ? "a wrong allow" : reads > 0 ? "read or refused, and read right" : "never read";
    },
  },
];
