import { LastingMap } from "@deodar/core/hierarchy";
import { type Diagnostic, failure, type Label, type Result, success } from "@deodar/diagnostics";
import type { Environment } from "@deodar/evaluator";
import { compileParts, type PolicyParts } from "@deodar/evaluator/policy";
import type { Policy } from "@deodar/syntax";
import type { IndexedSource } from "./ancestor-probe.ts";
import { fault } from "./catalogue.ts";
import { type ExecutablePolicy, TreePolicy } from "./executable-policy.ts";
import type { EffectivePolicy, LinkedPolicy, Template, TemplateLink } from "./policy-entry.ts";
import { PolicyFiles } from "./policy-files.ts";
import type { Response } from "./response.ts";
import { checkSlots, readSlotValues } from "./slot-values.ts";
import { slotsOf } from "./slots.ts";

/** A policy or template and the id it shall have. */
export interface IdentifiedPolicy {
  readonly id: string;
  readonly policy: Policy;
}

interface StoredTemplate {
  readonly entry: Template;
  /** As it was when it was added: the tree is the caller's, and may have changed until there are links. */
  readonly parts: PolicyParts;
  readonly links: LastingMap<ExecutablePolicy>;
}

/**
 * A set of policies, templates and template links, with ids that are unique across all three. It can be changed at any
 * time; what fails changes nothing. Iteration follows insertion.
 *
 * Each policy is compiled once, when it is added, and filed by its scope, so that a decision looks only at policies
 * that may apply. To read policies, see `policySetFromText` and, in `@deodar/authorizer/json`, `policySetFromJson`:
 * they are functions, so that a program which uses only one of them ships only that one.
 *
 * Source: https://docs.cedarpolicy.com/policies/policy-set.html and /policies/templates.html
 */
export class PolicySet {
  #policies: LastingMap<ExecutablePolicy> = new LastingMap();
  /** Whether a policy came again under an id that had gone. */
  #disordered = false;
  readonly #templates: Map<string, StoredTemplate> = new Map();
  readonly #files: PolicyFiles = new PolicyFiles();
  #nextOrder = 0;

  /**
   * A set of these policies and templates: all of them, or, if any id occurs twice or any tree is faulty, none and
   * every such error.
   */
  static of(policies: Iterable<IdentifiedPolicy>): Result<PolicySet> {
    const set = new PolicySet();
    const errors: Diagnostic[] = [];
    for (const { id, policy } of policies) {
      const added = set.add(id, policy);
      if (!added.ok) errors.push(...added.errors);
    }
    return errors.length > 0 ? failure(errors) : success(set);
  }

  /** How many policies take part in decisions: static ones and links. */
  get size(): number {
    return this.#policies.size;
  }

  /**
   * Adds a static policy or, if its scope has slots, a template. Fails with `policy-set/duplicate-id` if the id is
   * taken, and with the evaluator's errors if the tree cannot be compiled.
   */
  add(id: string, policy: Policy): Result<EffectivePolicy | Template> {
    if (slotsOf(policy).length > 0) return this.addTemplate(id, policy);
    if (this.has(id)) return failure([duplicateId(id, policy)]);
    const parts = compileParts(policy);
    if (!parts.ok) return parts;
    return success(this.#insert({ kind: "static", id, policy }, parts.value));
  }

  /** Adds a template, also one without slots, which takes part in no decision until it is linked. Fails as `add` does. */
  addTemplate(id: string, policy: Policy): Result<Template> {
    if (this.has(id)) return failure([duplicateId(id, policy)]);
    const parts = compileParts(policy);
    if (!parts.ok) return parts;
    const entry: Template = { kind: "template", id, policy, slots: slotsOf(policy) };
    this.#templates.set(id, { entry, parts: parts.value, links: new LastingMap() });
    return success(entry);
  }

  /**
   * Adds a policy that is the template with its slots filled. Fails with `policy-set/unknown-template`,
   * `policy-set/not-a-template` (the id is a policy's), `policy-set/link-id-taken`, or, unless exactly the template's
   * slots are filled, `policy-set/slots-missing`, `policy-set/slots-unknown` or `policy-set/slots-mismatch`.
   * Throws a `TypeError` if a value is not an entity uid.
   */
  link(link: TemplateLink): Result<LinkedPolicy> {
    const template = this.#templates.get(link.templateId);
    if (template === undefined) {
      if (this.#policies.get(link.templateId) !== undefined) return failure([fault("policy-set/not-a-template", {})]);
      return failure([fault("policy-set/unknown-template", { id: link.templateId })]);
    }
    const mismatch = checkSlots(template.entry.slots, link.values);
    if (mismatch !== undefined) return failure([mismatch]);
    if (this.has(link.newId)) return failure([fault("policy-set/link-id-taken", { id: link.newId })]);
    const values = readSlotValues(template.entry.slots, link.values);
    const { policy } = template.entry;
    const entry: LinkedPolicy = { kind: "link", id: link.newId, templateId: link.templateId, policy, values };
    const { scope, conditions } = template.parts;
    this.#insert(entry, { scope: scope.filledWith(values), conditions });
    template.links.set(link.newId, this.#policies.get(link.newId) as ExecutablePolicy);
    return success(entry);
  }

  /** Removes a static policy and gives it. Fails with `policy-set/remove-unknown-policy`, also for links and templates. */
  remove(id: string): Result<EffectivePolicy> {
    const found = this.#policies.get(id);
    if (found?.entry.kind !== "static") return failure([fault("policy-set/remove-unknown-policy", { id })]);
    this.#delete(found);
    return success(found.entry);
  }

  /**
   * Removes a template and gives it. Fails with `policy-set/remove-unknown-template`, or with
   * `policy-set/template-has-links` as long as it is linked.
   */
  removeTemplate(id: string): Result<Template> {
    const found = this.#templates.get(id);
    if (found === undefined) return failure([fault("policy-set/remove-unknown-template", { id })]);
    if (found.links.size > 0) return failure([fault("policy-set/template-has-links", { id })]);
    this.#templates.delete(id);
    return success(found.entry);
  }

  /** Removes a linked policy and gives it. Fails with `policy-set/unlink-unknown` or `policy-set/unlink-static`. */
  unlink(id: string): Result<LinkedPolicy> {
    const found = this.#policies.get(id);
    if (found === undefined) return failure([fault("policy-set/unlink-unknown", { id })]);
    if (found.entry.kind !== "link") return failure([fault("policy-set/unlink-static", { id })]);
    this.#delete(found);
    this.#templates.get(found.entry.templateId)?.links.delete(id);
    return success(found.entry);
  }

  /** Whether the id is a policy's, a link's or a template's. */
  has(id: string): boolean {
    return this.#policies.get(id) !== undefined || this.#templates.has(id);
  }

  /** The policy with this id, static or linked, or `undefined`. */
  get(id: string): EffectivePolicy | undefined {
    return this.#policies.get(id)?.entry;
  }

  /** The template with this id, or `undefined`. */
  template(id: string): Template | undefined {
    return this.#templates.get(id)?.entry;
  }

  /** The policies that take part in decisions, static and linked. */
  *policies(): Generator<EffectivePolicy, void, undefined> {
    for (const { entry } of this.executables()) yield entry;
  }

  /** The templates. */
  *templates(): Generator<Template, void, undefined> {
    for (const { entry } of this.#templates.values()) yield entry;
  }

  /** The links of the template with this id, or `undefined` if there is no such template. */
  linksOf(templateId: string): readonly LinkedPolicy[] | undefined {
    const template = this.#templates.get(templateId);
    if (template === undefined) return undefined;
    const links = [...template.links.values()].sort((a, b) => a.order - b.order);
    return links.map(({ entry }) => entry as LinkedPolicy);
  }

  /** All policies that take part in decisions, for iteration with `for … of`. */
  [Symbol.iterator](): Generator<EffectivePolicy, void, undefined> {
    return this.policies();
  }

  /** Adds a policy that is made with its place in the order; gives `false` if the id is taken. @internal */
  addExecutable(id: string, make: (order: number) => ExecutablePolicy): boolean {
    if (this.has(id)) return false;
    this.#file(id, make(this.#nextOrder));
    return true;
  }

  /** Decides a request, for the functions that check it first. @internal */
  decide(environment: Environment, entities: IndexedSource): Response {
    return this.#files.decide(environment, entities);
  }

  /** All policies, compiled, in insertion order. @internal */
  *executables(): Generator<ExecutablePolicy, void, undefined> {
    if (this.#disordered) {
      const ordered = [...this.#policies.values()].sort((a, b) => a.order - b.order);
      this.#policies = new LastingMap();
      for (const policy of ordered) this.#policies.set(policy.id, policy);
      this.#disordered = false;
    }
    // What is removed meanwhile is left out, also if all were put in order meanwhile.
    for (const policy of this.#policies.values()) if (this.#policies.get(policy.id) === policy) yield policy;
  }

  #insert<Entry extends EffectivePolicy>(entry: Entry, { scope, conditions }: PolicyParts): Entry {
    this.#file(entry.id, new TreePolicy(entry, scope, conditions, this.#nextOrder));
    return entry;
  }

  #file(id: string, policy: ExecutablePolicy): void {
    this.#nextOrder += 1;
    if (this.#policies.set(id, policy)) this.#disordered = true;
    this.#files.add(policy);
  }

  #delete(policy: ExecutablePolicy): void {
    this.#policies.delete(policy.id);
    this.#files.remove(policy);
  }
}

function duplicateId(id: string, policy: Policy): Diagnostic {
  const annotation = policy.annotations.find(({ key, value }) => key === "id" && value === id);
  const span = annotation?.span ?? policy.span;
  const labels: Label[] = span === undefined ? [] : [span];
  return fault("policy-set/duplicate-id", { id }, { labels });
}
