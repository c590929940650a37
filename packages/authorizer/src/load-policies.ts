import type { EntityUid } from "@deodar/core";
import { keptUid } from "@deodar/core/hierarchy";
import { compileScope } from "@deodar/evaluator/policy";
import { type Policy, parsePolicies } from "@deodar/syntax";
import { type IdSource, identifyPolicies } from "./identify-policies.ts";
import type { PolicySet } from "./policy-set.ts";
import { slotsOf } from "./slots.ts";
import { splitPolicies } from "./split-policies.ts";
import { UidMap } from "./uid-map.ts";
import { moved, SharedConditions, type WrittenParts, WrittenPolicy } from "./written-policy.ts";

/** So many UTF-16 units are read at a time, so that only few trees are in memory at once. */
const partSize = 1 << 16;

/**
 * Fills an empty set with the policies of a long text, of which it keeps the text instead of the trees. Gives `false`
 * if anything is wrong with it; the set is of no use then.
 */
export function loadPolicies(set: PolicySet, text: string, ids: IdSource): boolean {
  const loader = new Loader(text);
  let first = 0;
  for (const { start, end } of splitPolicies(text, partSize)) {
    const parsed = parsePolicies(text.slice(start, end));
    if (!parsed.ok) return false;
    const { policies } = parsed.value;
    // Nothing but whole policies may lie before a cut, least of all a comment that goes on behind it.
    if (end < text.length && policies.at(-1)?.span?.end !== end - start) return false;
    for (const { id, policy } of identifyPolicies(policies, { ids, first })) {
      if (!loader.load(set, id, policy, start)) return false;
    }
    first += policies.length;
  }
  return true;
}

class Loader {
  readonly #text: string;
  // What policies share, as long as they are being loaded.
  readonly #uids: UidMap<EntityUid> = new UidMap();
  readonly #conditions: Map<string, SharedConditions> = new Map();

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds a policy that was read from the part of the text which begins at `start`. */
  load(set: PolicySet, id: string, policy: Policy, start: number): boolean {
    const { span } = policy;
    if (span === undefined) return false;
    if (slotsOf(policy).length > 0) return set.add(id, moved(policy, start)).ok;
    let isFaulty = false;
    const refuse = (): void => {
      isFaulty = true;
    };
    const scope = compileScope(policy, { refuse }, this.#uid);
    const passage = { text: this.#text, start: start + span.start, end: start + span.end };
    const conditionsStart = start + (policy.conditions[0]?.span ?? span).start;
    const shared = this.#sharedConditions(passage, policy.conditions.length === 0 ? passage.end : conditionsStart);
    const parts: WrittenParts = { id, effect: policy.effect, scope, passage, shared, conditionsStart };
    return !isFaulty && set.addExecutable(id, (order) => new WrittenPolicy(parts, order));
  }

  #sharedConditions(passage: WrittenParts["passage"], conditionsStart: number): SharedConditions {
    const words = this.#text.slice(conditionsStart, passage.end);
    let shared = this.#conditions.get(words);
    if (shared === undefined) {
      shared = new SharedConditions(passage, conditionsStart - passage.start);
      this.#conditions.set(words, shared);
    }
    return shared;
  }

  readonly #uid = (type: string, id: string): EntityUid => {
    let uid = this.#uids.get(type, id);
    if (uid === undefined) {
      uid = keptUid(type, id);
      this.#uids.set(uid, uid);
    }
    return uid;
  };
}
