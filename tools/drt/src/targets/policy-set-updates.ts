import { isAuthorized, PolicySet } from "@deodar/authorizer";
import { policySetFromJson, policySetFromPlain, policySetToJson } from "@deodar/authorizer/json";
import { type EntityUid, entityUid } from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { type Policy, parsePolicy, printPolicy, type SlotName } from "@deodar/syntax";
import {
  type Choices,
  drawKind,
  drawPolicySet,
  drawRequest,
  drawUid,
  drawWorld,
  type Ground,
  slotsOf,
} from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { PlainPolicies } from "../plain-policies.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

type Values = { readonly [slot: string]: EntityUid };

/** A policy set that is changed again and again, against a list; its decisions, against those of a set made anew. */
export const policySetUpdates: Target = {
  name: "policy set updates",
  share: 2,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const situation = new Situation(drawWorld(choices, { dangling: 20 }));
    const { ground } = situation.world;
    const parts = drawPolicySet(choices, ground, { depth: 1, slips: 10, unguarded: 20, wild: 5 });
    // As they come from texts, with places, or without.
    const withPlaces = choices.chance(50);
    const placed = (policy: Policy): Policy => (withPlaces ? unwrap(parsePolicy(printPolicy(policy))) : policy);
    const given = parts.policies.map(({ id, policy }) => ({ id, policy: placed(policy) }));
    const templates = parts.templates.map(({ id, policy }) => ({ id, policy: placed(policy) }));
    const plain = new PlainPolicies();
    const steps: string[] = [];
    const checks = new Checks(() => new Map([...situation.files(), ["steps.txt", `${steps.join("\n")}\n`]]));
    const set = begin(choices, given, plain, checks);
    const pool = [...given, ...templates];
    const kind = drawKind(choices, ground);
    const questions = choices.list(1, 3, () => new Question(drawRequest(choices, ground, kind, { slips: 10 })));
    for (const template of templates) steps.push(add(set, plain, template, true, checks));
    for (const link of parts.links) {
      const values = Object.fromEntries(Array.from(link.values, ([slot, { type, id }]) => [slot, entityUid(type, id)]));
      steps.push(linkBoth(set, plain, link.templateId, link.newId, values, checks));
    }
    // Some that go on for long, so that what is kept of policies that went is cleared away.
    for (let count = choices.chance(5) ? 120 : choices.below(16); count > 0 && checks.passed; count--) {
      const ids = [...plain.entries.map(({ id }) => id), ...pool.map(({ id }) => id), "another"];
      const step = drawStep(choices, { ground, ids, pool });
      steps.push(step(set, plain, checks));
      compareSets(set, plain, ids, checks);
      if (count % 3 !== 1) continue;
      for (const { request } of questions) {
        checks.next();
        const decide = (policies: PolicySet): string =>
          JSON.stringify(isAuthorized({ request, policies, entities: situation.store }));
        checks.equal("decision after updates", decide(set), decide(rebuilt(plain)));
      }
    }
    if (checks.passed) compareJson(choices, set, plain, checks);
    return checks.result();
  },
};

/** A set of the policies to begin with: empty, of all at once, or, if any comes twice, none. */
function begin(
  choices: Choices,
  given: readonly { id: string; policy: Policy }[],
  plain: PlainPolicies,
  checks: Checks,
): PolicySet {
  if (choices.chance(40)) return new PolicySet();
  const twice = given.length > 0 && choices.chance(40) ? choices.list(1, 2, () => choices.pick(given)) : [];
  const all = [...given, ...twice];
  const made = PolicySet.of(all);
  const faults = all.map(({ id, policy }) => plain.add(slotsOf(policy).length > 0 ? "template" : "static", id, policy));
  checks.next();
  checks.equal("of", outcome(made), faults.filter((fault) => fault !== undefined).join("; ") || undefined);
  if (!made.ok) {
    const spans = twice.map(({ id, policy }) => labelOf(policy, id));
    checks.equal("of: labels", JSON.stringify(made.errors.map(({ labels }) => labels[0])), JSON.stringify(spans));
  }
  return made.ok ? made.value : unwrap(PolicySet.of(given));
}

/** Where a policy is that cannot be added: its annotation, if that gives the id. */
function labelOf({ annotations, span }: Policy, id: string): unknown {
  return annotations.filter(({ key }) => key === "id").find(({ value }) => value === id)?.span ?? span;
}

type Step = (set: PolicySet, plain: PlainPolicies, checks: Checks) => string;

function drawStep(
  choices: Choices,
  { ground, ids, pool }: { ground: Ground; ids: readonly string[]; pool: readonly { id: string; policy: Policy }[] },
): Step {
  const id = choices.pick(ids);
  switch (choices.below(8)) {
    case 0:
    case 1: {
      const policy = pool.length > 0 ? choices.pick(pool).policy : undefined;
      const asTemplate = choices.chance(30);
      if (policy !== undefined) return (set, plain, checks) => add(set, plain, { id, policy }, asTemplate, checks);
      return () => "nothing to add";
    }
    case 2: {
      const slots = choices.pick([
        ["?principal"],
        ["?principal", "?resource"],
        ["?resource"],
        [],
        ["?other", "?principal"],
      ]);
      const values = Object.fromEntries(
        slots.map((slot): [string, EntityUid] => {
          const { type, id: own } = drawUid(choices, ground, choices.pick(ground.view.entityTypes).name);
          return [slot, entityUid(type, own)];
        }),
      );
      const newId = choices.pick([...ids, "new", "new 2"]);
      return (set, plain, checks) => linkBoth(set, plain, id, newId, values, checks);
    }
    case 3:
      return removing(id, "static", (set) => set.remove(id));
    case 4:
      return removing(id, "template", (set) => set.removeTemplate(id));
    case 5: {
      // It comes again at the end, wherever it was.
      const policy = pool.length > 0 ? choices.pick(pool).policy : undefined;
      const remove = removing(id, "static", (set) => set.remove(id));
      if (policy === undefined) return remove;
      return (set, plain, checks) => `${remove(set, plain, checks)}, ${add(set, plain, { id, policy }, false, checks)}`;
    }
    default:
      return removing(id, "link", (set) => set.unlink(id));
  }
}

function add(
  set: PolicySet,
  plain: PlainPolicies,
  { id, policy }: { id: string; policy: Policy },
  asTemplate: boolean,
  checks: Checks,
): string {
  checks.next();
  const added = asTemplate ? set.addTemplate(id, policy) : set.add(id, policy);
  const kind = asTemplate || slotsOf(policy).length > 0 ? "template" : "static";
  const fault = plain.add(kind, id, policy);
  checks.equal("add", outcome(added), fault);
  if (added.ok) checks.equal("add: entry", describe(added.value), describe({ kind, id, policy }));
  else checks.equal("add: label", JSON.stringify(added.errors[0]?.labels[0]), JSON.stringify(labelOf(policy, id)));
  return `add ${kind} ${JSON.stringify(id)} ${printPolicy(policy)}`;
}

function linkBoth(
  set: PolicySet,
  plain: PlainPolicies,
  templateId: string,
  newId: string,
  values: Values,
  checks: Checks,
): string {
  checks.next();
  const linked = set.link({ templateId, newId, values });
  checks.equal("link", outcome(linked), plain.link(templateId, newId, values));
  if (linked.ok) checks.equal("link: entry", describe(linked.value), describe(plain.find(newId)));
  const slots = slotsOf(plain.find(templateId)?.policy ?? ({ principal: {}, resource: {} } as Policy));
  const [slot] = slots;
  if (slot !== undefined && plain.find(templateId)?.kind === "template" && plain.find("never") === undefined) {
    const nothing = Object.fromEntries(slots.map((each) => [each, newId.length % 2 === 0 ? null : undefined])) as never;
    const thrown = thrownBy(() => set.link({ templateId, newId: "never", values: nothing }));
    checks.equal(
      "link: no uid",
      thrown,
      `TypeError: the value of ${slots.includes("?resource") ? "?resource" : slot} must be an entity uid`,
    );
  }
  return `link ${JSON.stringify([templateId, newId, values])}`;
}

function removing(
  id: string,
  kind: "static" | "template" | "link",
  remove: (set: PolicySet) => Result<AnyEntry>,
): Step {
  return (set, plain, checks) => {
    checks.next();
    const entry = plain.find(id);
    const removed = remove(set);
    checks.equal(`remove ${kind}`, outcome(removed), plain.remove(kind, id));
    if (removed.ok) checks.equal(`remove ${kind}: entry`, describe(removed.value), describe(entry));
    return `remove ${kind} ${JSON.stringify(id)}`;
  };
}

function outcome(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.errors.map(({ code, message }) => `${code}: ${message}`).join("; ");
}

/** What an entry may have. */
interface AnyEntry {
  readonly kind?: string;
  readonly id?: string;
  readonly templateId?: string;
  readonly policy?: Policy;
  readonly values?: { readonly [slot in SlotName]?: EntityUid };
  readonly slots?: readonly string[];
}

/** An entry as text: of which kind, and with which parts. */
function describe(entry: AnyEntry | undefined): string {
  if (entry?.policy === undefined) return "nothing";
  const { kind, id, policy, templateId, values = {}, slots } = entry;
  const filled = Object.entries(values).map(([slot, uid]) => [slot, uid.kind, uid.type, uid.id]);
  // The list knows nothing of slots: `?resource` before `?principal`.
  const told = kind === "template" ? (slots ?? slotsOf(policy).toReversed()) : [];
  return JSON.stringify([kind, id, templateId, filled.sort(), told, printPolicy(policy)]);
}

function compareSets(set: PolicySet, plain: PlainPolicies, ids: readonly string[], checks: Checks): void {
  checks.next();
  const effective = plain.entries.filter(({ kind }) => kind !== "template");
  const list = (entries: Iterable<AnyEntry>): string => Array.from(entries, describe).join("\n");
  checks.equal("size", set.size, effective.length);
  checks.equal("policies", list(set), list(effective));
  checks.equal("policies", list(set.policies()), list(effective));
  checks.equal("templates", list(set.templates()), list(plain.entries.filter(({ kind }) => kind === "template")));
  for (const id of ids.slice(0, 12)) {
    const entry = plain.find(id);
    checks.equal("has", set.has(id), entry !== undefined);
    checks.equal("get", describe(set.get(id)), describe(entry?.kind === "template" ? undefined : entry));
    checks.equal("template", describe(set.template(id)), describe(entry?.kind === "template" ? entry : undefined));
    const links = set.linksOf(id);
    checks.equal("links", links && list(links), entry?.kind === "template" ? list(plain.linksOf(id)) : undefined);
  }
}

function rebuilt(plain: PlainPolicies): PolicySet {
  const set = new PolicySet();
  for (const entry of plain.entries) if (entry.kind === "template") unwrap(set.addTemplate(entry.id, entry.policy));
  for (const entry of plain.entries) {
    if (entry.kind === "static") unwrap(set.add(entry.id, entry.policy));
    else if (entry.kind === "link") {
      unwrap(set.link({ templateId: entry.templateId, newId: entry.id, values: entry.values }));
    }
  }
  return set;
}

/** The JSON form, read again as text and as a plain value, and with what cannot be put together. */
function compareJson(choices: Choices, set: PolicySet, plain: PlainPolicies, checks: Checks): void {
  checks.next();
  const json = policySetToJson(set) as {
    staticPolicies: Record<string, unknown>;
    templates: Record<string, unknown>;
    templateLinks: { templateId: string; newId: string; values: object }[];
  };
  const sorted = [...plain.entries]
    .filter(({ kind }) => kind !== "template")
    .sort((a, b) => Number(a.kind === "link") - Number(b.kind === "link"));
  const ids = (entries: Iterable<{ readonly kind: string; readonly id: string }>): string =>
    Array.from(entries, ({ kind, id }) => `${kind} ${id}`).join("\n");
  const text = stringifyJson(json as never);
  for (const again of [policySetFromPlain(json), policySetFromJson(text)]) {
    checks.equal("JSON", outcome(again), undefined);
    if (again.ok) checks.equal("JSON: policies", ids(again.value), ids(sorted));
    if (again.ok) checks.equal("JSON: again", stringifyJson(policySetToJson(again.value)), text);
  }
  const faulty = structuredClone(json);
  const expected: string[] = [];
  const copy = new PlainPolicies();
  const note = (path: string, fault: string | undefined): void =>
    void (fault !== undefined && expected.push(`${path} ${fault}`));
  const twice = Object.keys(faulty.staticPolicies).slice(0, choices.below(3));
  const [template] = Object.values(faulty.templates);
  for (const id of template === undefined ? [] : twice) {
    // An id may be `__proto__`, which must not become the prototype.
    Object.defineProperty(faulty.templates, id, { value: template, enumerable: true, writable: true });
  }
  if (choices.chance(50))
    faulty.templateLinks.push({ templateId: choices.pick([...twice, "nobody"]), newId: "n", values: {} });
  if (choices.chance(50)) faulty.templateLinks.push(...faulty.templateLinks.slice(0, 1));
  const many = choices.chance(10) ? choices.below(30) : 0;
  for (let index = 0; index < many; index++)
    faulty.templateLinks.push({ templateId: "nobody", newId: `n${index}`, values: {} });
  const policyOf = (id: string): Policy => plain.find(id)?.policy as Policy;
  for (const id of Object.keys(faulty.staticPolicies))
    note(`staticPolicies,${id}`, copy.add("static", id, policyOf(id)));
  const firstTemplate = Object.keys(json.templates)[0] ?? "";
  for (const id of Object.keys(faulty.templates)) {
    note(`templates,${id}`, copy.add("template", id, policyOf(twice.includes(id) ? firstTemplate : id)));
  }
  for (const [index, { templateId, newId, values }] of faulty.templateLinks.entries()) {
    note(`templateLinks,${index}`, copy.link(templateId, newId, values as Values));
  }
  const text2 = stringifyJson(faulty as never);
  const read = [policySetFromPlain(faulty), policySetFromJson(text2)];
  for (const again of read) {
    const told = again.ok ? [] : again.errors.map(({ path, code, message }) => `${path?.join()} ${code}: ${message}`);
    checks.equal("JSON: faults", told.join("\n"), expected.join("\n"));
    if (again.ok || again === read[0]) continue;
    // Only the first errors get places.
    const places = again.errors.map(({ labels }) => labels.map(({ start, end }) => text2.slice(start, end)).join());
    const parts = again.errors.map(({ path = [] }, index) =>
      index < 20 ? stringifyJson(at(faulty, path) as never) : "",
    );
    checks.equal("JSON: places", places.join("\n"), parts.join("\n"));
  }
}

function at(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], json);
}
