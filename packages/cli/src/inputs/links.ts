import type { PolicySet, TemplateLink } from "@deodar/authorizer";
import type { EntityUid } from "@deodar/core";
import type { Diagnostic, Result } from "@deodar/diagnostics";
import { failure, success } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue, parseJson } from "@deodar/json";
import { parseEntityUid, type SlotName } from "@deodar/syntax";
import { cliFault } from "../catalogue.ts";
import type { Io } from "../io.ts";
import type { Problem } from "../problem.ts";
import { placeErrors } from "./place-errors.ts";
import { readText } from "./read-text.ts";

/**
 * Adds the links of a file to the policies, and gives what went wrong. The file is the reference command's:
 * `[{ "template_id": …, "link_id": …, "args": { "?principal": "User::\"alice\"" } }]`, or empty.
 */
export async function addLinks(io: Io, path: string, policies: PolicySet): Promise<readonly Problem[]> {
  const source = await readText(io, path, "links");
  if (!source.ok) return source.problems;
  if (source.value.text === "") return [];
  const json = parseJson(source.value.text);
  const links = json.ok ? readLinks(json.value) : json;
  const errors: Diagnostic[] = [];
  if (links.ok) {
    for (const [index, link] of links.value.entries()) {
      const linked = policies.link(link);
      if (!linked.ok) errors.push(...linked.errors.map((error) => ({ ...error, path: [index] })));
    }
  } else {
    errors.push(...links.errors);
  }
  return errors.length === 0
    ? []
    : [
        {
          what: "failed to add template links",
          diagnostics: placeErrors(errors, source.value.text),
          source: source.value,
        },
      ];
}

function readLinks(json: JsonValue): Result<readonly TemplateLink[]> {
  if (!isJsonArray(json)) return failure([fault("a links file is an array of links", [])]);
  const links: TemplateLink[] = [];
  const errors: Diagnostic[] = [];
  for (const [index, value] of json.entries()) {
    const link = readLink(value, index);
    if (link.ok) links.push(link.value);
    else errors.push(...link.errors);
  }
  return errors.length > 0 ? failure(errors) : success(links);
}

function readLink(json: JsonValue, index: number): Result<TemplateLink> {
  if (!isJsonObject(json)) return failure([fault("a link is an object", [index])]);
  const { template_id: templateId, link_id: newId, args } = json;
  if (typeof templateId !== "string") return failure([fault("`template_id` must be a string", [index, "template_id"])]);
  if (typeof newId !== "string") return failure([fault("`link_id` must be a string", [index, "link_id"])]);
  if (args === undefined || !isJsonObject(args)) return failure([fault("`args` must be an object", [index, "args"])]);
  const values: { [slot in SlotName]?: EntityUid } = {};
  for (const [slot, text] of Object.entries(args)) {
    const path = [index, "args", slot];
    if (slot !== "?principal" && slot !== "?resource") {
      return failure([fault(`Invalid SlotId! Expected ?principal|?resource, got: ${slot}`, path)]);
    }
    const uid = typeof text === "string" ? parseEntityUid(text) : undefined;
    if (uid === undefined) return failure([fault("the value of a slot must be a string", path)]);
    // The spans of these errors point into the value, not into the file.
    if (!uid.ok) return failure(uid.errors.map((error) => ({ ...error, labels: [], path })));
    values[slot] = { kind: "entity", type: uid.value.type, id: uid.value.id };
  }
  return success({ templateId, newId, values });
}

function fault(reason: string, path: readonly (string | number)[]): Diagnostic {
  return cliFault("cli/malformed-links", { reason }, path);
}
