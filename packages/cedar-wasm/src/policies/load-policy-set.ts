import { type IdentifiedPolicy, identifyPolicies, PolicySet } from "@deodar/authorizer";
import { type EntityUid, uidFromJsonValue } from "@deodar/core";
import { type Diagnostic, escapeText, unwrap } from "@deodar/diagnostics";
import type { JsonObject, JsonValue } from "@deodar/json";
import { type Policy, parsePolicies } from "@deodar/syntax";
import type { PolicyToValidate } from "@deodar/validator";
import { jsonError, plainError, textError } from "../detailed-error.ts";
import type { LinkInput, PolicySetInput } from "../input/policy-set-input.ts";
import { RecentTexts } from "../recent-texts.ts";
import { inputError } from "../requests/input-error.ts";
import type { DetailedError } from "../types/errors.ts";
import { parseOne, slotsOf } from "./parse-policy.ts";

/** A policy set and the texts of its policies, which say what places in them mean. */
export interface LoadedPolicySet {
  readonly policies: PolicySet;
  /** The same as a list, templates last, for what does not decide by them. */
  readonly list: readonly PolicyToValidate[];
  /** The text in which the policy with this id stands; `undefined` if it was given as JSON. */
  textOf(id: string): string | undefined;
}

/** A policy set, or all that is wrong with it. */
export type PolicySetOutcome =
  | { readonly ok: true; readonly value: LoadedPolicySet }
  | { readonly ok: false; readonly errors: DetailedError[] };

/** Parses a policy set: static policies, then templates, then links, going on after each error. */
export function loadPolicySet(input: PolicySetInput): PolicySetOutcome {
  const { staticPolicies, templates, templateLinks } = input;
  const isText = typeof staticPolicies === "string" && templateLinks.length + Object.keys(templates).length === 0;
  return isText ? recent.get(staticPolicies, () => load(input)) : load(input);
}

const recent = new RecentTexts<PolicySetOutcome>();

function load(input: PolicySetInput): PolicySetOutcome {
  const loader = new Loader();
  loader.addStatic(input.staticPolicies);
  for (const [id, template] of Object.entries(input.templates)) loader.addTemplate(id, template);
  for (const link of input.templateLinks) loader.link(link);
  const { errors } = loader;
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: loader };
}

class Loader implements LoadedPolicySet {
  readonly errors: DetailedError[] = [];
  private set: PolicySet = new PolicySet();
  /** What a text has, until a set is needed: it costs as much as to parse the text, and its ids are all different. */
  private parsed: readonly IdentifiedPolicy[] | undefined;
  private readonly texts = new Map<string, string>();
  private wholeText: string | undefined;

  get policies(): PolicySet {
    if (this.parsed !== undefined) {
      // What was parsed can be compiled; no policy may be lost if that is ever wrong.
      this.set = unwrap(PolicySet.of(this.parsed));
      this.parsed = undefined;
    }
    return this.set;
  }

  get list(): readonly PolicyToValidate[] {
    return this.parsed ?? [...this.set.policies(), ...this.set.templates()];
  }

  textOf(id: string): string | undefined {
    if (this.parsed !== undefined) return this.wholeText;
    const entry = this.policies.get(id);
    return this.texts.get(entry?.kind === "link" ? entry.templateId : id) ?? this.wholeText;
  }

  addStatic(given: PolicySetInput["staticPolicies"]): void {
    if (typeof given === "string") this.addText(given);
    else if (Array.isArray(given)) this.addList(given);
    else this.addList(Object.values(given), Object.keys(given));
  }

  private addText(text: string): void {
    const parsed = parsePolicies(text);
    if (!parsed.ok) {
      this.errors.push(textError(parsed.errors, text, "failed to parse policies from string: "));
      return;
    }
    const { policies } = parsed.value;
    if (policies.some((policy) => slotsOf(policy).length > 0)) {
      this.errors.push(plainError("static policy set includes a template"));
      return;
    }
    this.wholeText = text;
    this.parsed = identifyPolicies(policies);
  }

  /** Without ids all are `policy0`, as in the reference, which so takes lists of one only. */
  private addList(given: readonly JsonValue[], ids?: readonly string[]): void {
    const before = this.errors.length;
    const policies: { readonly id: string; readonly policy: Policy }[] = [];
    for (const [index, policy] of given.entries()) {
      const parsed = parseOne(policy, "policy", ids?.[index]);
      const id = ids?.[index] ?? "policy0";
      if (!parsed.ok) {
        this.errors.push(parsed.error);
        continue;
      }
      policies.push({ id, policy: parsed.value.policy });
      if (parsed.value.text !== undefined) this.texts.set(id, parsed.value.text);
    }
    if (this.errors.length === before) this.insert(policies);
  }

  /** All or none, with the first error only, as in the reference. */
  private insert(policies: Iterable<IdentifiedPolicy>): void {
    const set = PolicySet.of(policies);
    if (set.ok) this.set = set.value;
    else this.errors.push(withoutPlace(set.errors));
  }

  addTemplate(id: string, template: JsonValue): void {
    const parsed = parseOne(template, "template", id);
    if (!parsed.ok) {
      this.errors.push(parsed.error);
      return;
    }
    const added = this.policies.addTemplate(id, parsed.value.policy);
    if (!added.ok)
      this.errors.push(
        withoutPlace(added.errors, `failed to add template with id \`${escapeText(id)}\` to policy set: `),
      );
    else if (parsed.value.text !== undefined) this.texts.set(id, parsed.value.text);
  }

  link({ templateId, newId, values }: LinkInput): void {
    const uids = readValues(values, this.errors);
    if (uids === undefined) return;
    const linked = this.policies.link({ templateId, newId, values: uids });
    if (!linked.ok) this.errors.push(withoutPlace(linked.errors));
  }
}

const withoutPlace = (errors: readonly Diagnostic[], prefix = ""): DetailedError => jsonError(errors, prefix);

function readValues(values: JsonObject, errors: DetailedError[]): { [slot: string]: EntityUid } | undefined {
  const uids: { [slot: string]: EntityUid } = {};
  for (const [slot, value] of Object.entries(values)) {
    const uid = uidFromJsonValue(value);
    if (!uid.ok) {
      errors.push(inputError(uid.errors, value, "failed to parse link values: failed to parse entity uid: "));
      return undefined;
    }
    uids[slot] = uid.value;
  }
  return uids;
}
