import type { EntityUid } from "@deodar/core";
import { escapeText } from "@deodar/diagnostics";
import type { Policy, SlotName } from "@deodar/syntax";
import { slotsOf } from "@deodar/testing";

/** A policy, a template or a link, as a list holds it. */
export type PlainEntry =
  | { readonly kind: "static" | "template"; readonly id: string; readonly policy: Policy }
  | {
      readonly kind: "link";
      readonly id: string;
      readonly templateId: string;
      readonly policy: Policy;
      readonly values: { readonly [slot: string]: EntityUid };
    };

/** A policy set as plain as can be: a list in the order of insertion, looked through each time. */
export class PlainPolicies {
  readonly entries: PlainEntry[] = [];

  find(id: string): PlainEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  linksOf(templateId: string): PlainEntry[] {
    return this.entries.filter((entry) => entry.kind === "link" && entry.templateId === templateId);
  }

  /** Adds an entry; what is wrong with that, or nothing. */
  add(kind: "static" | "template", id: string, policy: Policy): string | undefined {
    if (this.find(id) !== undefined)
      return `policy-set/duplicate-id: duplicate template or policy id \`${escapeText(id)}\``;
    this.entries.push({ kind, id, policy });
    return undefined;
  }

  link(templateId: string, id: string, values: { readonly [slot: string]: EntityUid }): string | undefined {
    const template = this.find(templateId);
    if (template?.kind !== "template") {
      return template === undefined
        ? `policy-set/unknown-template: unable to link template: failed to find a template with id \`${escapeText(templateId)}\``
        : "policy-set/not-a-template: expected a template, but a static policy was provided";
    }
    const fault = faultOfSlots(slotsOf(template.policy), Object.keys(values));
    if (fault !== undefined) return fault;
    if (this.find(id) !== undefined) {
      return `policy-set/link-id-taken: unable to link template: template-linked policy id \`${escapeText(id)}\` conflicts with an existing policy id`;
    }
    this.entries.push({ kind: "link", id, templateId, policy: template.policy, values });
    return undefined;
  }

  remove(kind: PlainEntry["kind"], id: string): string | undefined {
    const shown = `\`${escapeText(id)}\``;
    const entry = this.find(id);
    if (kind === "link") {
      if (entry === undefined || entry.kind === "template")
        return `policy-set/unlink-unknown: unable to unlink policy ${shown} because it does not exist`;
      if (entry.kind === "static")
        return `policy-set/unlink-static: unable to unlink ${shown} because it is not a link`;
    } else if (entry?.kind !== kind) {
      return kind === "static"
        ? `policy-set/remove-unknown-policy: unable to remove static policy ${shown} because it does not exist`
        : `policy-set/remove-unknown-template: unable to remove template ${shown} because it does not exist`;
    }
    if (kind === "template" && this.linksOf(id).length > 0)
      return `policy-set/template-has-links: unable to remove policy template ${shown} because it has active links`;
    this.entries.splice(this.entries.indexOf(entry), 1);
    return undefined;
  }
}

function faultOfSlots(slots: readonly SlotName[], given: readonly string[]): string | undefined {
  const missing = ["?resource", "?principal"].filter(
    (slot) => slots.includes(slot as SlotName) && !given.includes(slot),
  );
  const extra = given.filter((slot) => !slots.includes(slot as SlotName));
  const faults = [
    ...(missing.length > 0 ? [`the following slots were not provided as arguments: ${missing.join()}`] : []),
    ...(extra.length > 0
      ? [`he following slots were provided as arguments, but did not exist in the template: ${extra.join()}`]
      : []),
  ];
  if (faults.length === 0) return undefined;
  const code = missing.length === 0 ? "slots-unknown" : extra.length === 0 ? "slots-missing" : "slots-mismatch";
  const text = missing.length === 0 ? `t${faults[0]}` : faults.join(". T");
  return `policy-set/${code}: unable to link template: ${text}`;
}
