import { type PolicySet, policySetFromText } from "@deodar/authorizer";
import { unwrap } from "@deodar/diagnostics";
import { parsePolicy } from "@deodar/syntax";
import { growReference } from "../engines/cedar-wasm.ts";
import { mustAgree } from "../engines/engine.ts";
import { deodarOver, referenceOver } from "../engines/policy-sets.ts";
import { heapInUse } from "../measure/memory.ts";
import { alternate, ratioOf, type Side, timingOf } from "../measure/rounds.ts";
import { mixedScopes, type PolicySetWorkload, scopeBound, scopeFree, textOf } from "../workloads/policy-sets.ts";
import type { Workload } from "../workloads/workload.ts";
import { compare, effortOf, type Suite, type SuiteOptions, timeDetail, timeDetails } from "./suite.ts";

const randomRequests = 20_000;
const shown = (count: number): string => count.toLocaleString("en-US");
const load = (workload: PolicySetWorkload): PolicySet => unwrap(policySetFromText(textOf(workload)));
/** What names a workload in errors. */
const asWorkload = (workload: PolicySetWorkload): Workload => workload as unknown as Workload;

/** From 10 to 100,000 policies, against the reference and against ourselves with few. */
export const policyCounts: Suite = {
  name: "policies",
  about: "a decision among 10 to 100,000 policies, random requests",
  run: async (options) => {
    const most = options.quick ? 10_000 : 100_000;
    if (!options.quick) growReference();
    for (const count of [10, 100, 1000, 10_000, 100_000].filter((count) => count <= most)) {
      const workload = scopeBound(count, Math.min(randomRequests, 2 * count + 100));
      const ours = deodarOver(load(workload), workload);
      const reference = referenceOver(workload);
      mustAgree(
        asWorkload({ ...workload, requests: workload.requests.slice(0, count > 1000 ? 5 : 20) }),
        ours,
        reference,
      );
      await compare(policyCounts.name, options, {
        name: `${shown(count)} scope-bound policies`,
        shown: { chart: "policies", at: String(count) },
        ours,
        others: [{ ...reference, ...(count === 100_000 ? { promised: { floor: 50_000, aim: 50_000 } } : {}) }],
      });
    }
    await growth(options, scopeBound, most, { floor: 6, aim: 3 });
    await growth(options, mixedScopes, most, undefined);
    const free = scopeFree(1000, 1000);
    const ours = deodarOver(load(free), free);
    const reference = referenceOver(free);
    mustAgree(asWorkload({ ...free, requests: free.requests.slice(0, 20) }), ours, reference);
    await compare(policyCounts.name, options, {
      name: "1,000 policies that no index can help",
      ours,
      others: [{ ...reference, promised: { floor: 25, aim: 60 } }],
    });
  },
};

/** How much longer a decision takes among many policies than among a thousand. */
async function growth(
  options: SuiteOptions,
  make: (count: number, requests: number) => PolicySetWorkload,
  count: number,
  promised: { readonly floor: number; readonly aim: number } | undefined,
): Promise<void> {
  const [few, many] = [make(1000, randomRequests), make(count, randomRequests)];
  const timings = await alternate(
    [deodarOver(load(few), few, "1,000"), deodarOver(load(many), many, shown(count))],
    effortOf(options, 100),
  );
  options.emit({
    suite: policyCounts.name,
    name: `a decision among ${shown(count)} ${many.name}, against 1,000`,
    value: ratioOf(timingOf(timings, shown(count)), timingOf(timings, "1,000")),
    unit: "times its time",
    ...promised,
    details: timeDetails(timings),
  });
}

/** A million policies: what it takes to load them, to keep them, to ask them and to change them. */
export const millionPolicies: Suite = {
  name: "million-policies",
  about: "1,000,000 scope-bound policies: load, heap, decision, add and remove",
  run: async (options) => {
    const count = options.quick ? 100_000 : 1_000_000;
    const name = millionPolicies.name;
    const few = scopeBound(1000, randomRequests);
    const fewEngine = deodarOver(load(few), few, "1,000");
    const many = scopeBound(count, randomRequests);
    const before = heapInUse();
    let text: string | undefined = textOf(many);
    const megabytes = text.length / 1e6;
    options.say(`loading ${megabytes.toFixed(0)} MB`);
    const start = options.clock();
    const policies = unwrap(policySetFromText(text));
    const loaded = options.clock() - start;
    text = undefined;
    const heap = heapInUse() - before;
    options.emit({
      suite: name,
      name: `load ${shown(count)} policies from one text`,
      value: loaded / 1e9,
      unit: "s",
      floor: 30,
      aim: 12,
      details: [{ name: "text", value: megabytes, unit: "MB" }, timeDetail("a policy", loaded / count)],
    });
    const details = [{ name: "a policy", value: heap / count, unit: "bytes" }] as const;
    options.emit({ suite: name, name: "heap they take", value: heap / 1e9, unit: "GB", floor: 1.5, aim: 0.6, details });
    const perPolicy = { value: heap / count / 1000, unit: "kB", floor: 1.2, aim: 0.5, details: [] } as const;
    options.emit({ suite: name, name: "retained heap a policy, compiled, with spans", ...perPolicy });

    const timings = await alternate([fewEngine, deodarOver(policies, many, shown(count))], effortOf(options, 100));
    options.emit({
      suite: name,
      name: `a decision among ${shown(count)} scope-bound policies, against 1,000`,
      value: ratioOf(timingOf(timings, shown(count)), timingOf(timings, "1,000")),
      unit: "times its time",
      floor: 12,
      aim: 6,
      details: timeDetails(timings),
      points: [
        {
          chart: "policies",
          at: String(count),
          series: "Deodar",
          nanoseconds: timingOf(timings, shown(count)).nanoseconds,
        },
      ],
    });

    const [adding, both] = await alternate([parsing(many), changing(policies, many)], effortOf(options, 50));
    // One turn parses, adds and removes; parsing is taken off, and the rest is for two changes.
    const change = ((both?.nanoseconds ?? 0) - (adding?.nanoseconds ?? 0)) / 2;
    options.emit({
      suite: name,
      name: `add or remove one policy among ${shown(count)}`,
      value: change / 1000,
      unit: "µs",
      floor: 100,
      aim: 10,
      details: timeDetails([adding, both].filter((timing) => timing !== undefined)),
    });
  },
};

const parsing = (workload: PolicySetWorkload): Side => ({
  name: "parse one",
  run: (count) => {
    let sum = 0;
    for (let done = 0; done < count; done += 1) sum += parsePolicy(workload.policy(done)).ok ? 1 : 0;
    return sum;
  },
});

const changing = (policies: PolicySet, workload: PolicySetWorkload): Side => ({
  name: "parse, add and remove one",
  run: (count) => {
    const size = policies.size;
    for (let done = 0; done < count; done += 1) {
      unwrap(policies.add("one more", unwrap(parsePolicy(workload.policy(done)))));
      unwrap(policies.remove("one more"));
    }
    if (policies.size !== size) throw new Error("a policy stayed behind");
    return count;
  },
});
