import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import { type CallPath, reject } from "./reject.ts";
import { aString, type Check, readStructure, wrongType } from "./shape.ts";

/** A policy set as it was given: its shape is right, and nothing is parsed yet. */
export interface PolicySetInput {
  readonly staticPolicies: string | readonly JsonValue[] | JsonObject;
  readonly templates: JsonObject;
  readonly templateLinks: readonly LinkInput[];
}

/** A template link as it was given. */
export interface LinkInput {
  readonly templateId: string;
  readonly newId: string;
  readonly values: JsonObject;
}

const slots: readonly string[] = ["?principal", "?resource"];

const policies: Check = (json, path) => {
  if (typeof json === "string" || isJsonArray(json) || isJsonObject(json)) return;
  reject(
    "expected a static policy set represented by a string, JSON array, or JSON object (with no duplicate keys)",
    path,
  );
};

const aMap: Check = (json, path) => {
  if (!isJsonObject(json)) wrongType(json, "a map", path);
};

const slotValues: Check = (json, path) => {
  if (!isJsonObject(json)) wrongType(json, "a map", path);
  for (const key of Object.keys(json)) {
    if (!slots.includes(key)) reject(`unknown variant \`${key}\`, expected \`?principal\` or \`?resource\``, path);
  }
};

const linkFields = [
  { name: "templateId", required: true, check: aString },
  { name: "newId", required: true, check: aString },
  { name: "values", required: true, check: slotValues },
];

const links: Check = (json, path) => {
  if (!isJsonArray(json)) wrongType(json, "a sequence", path);
  for (const [index, link] of json.entries()) readLink(link, [...path, index]);
};

const fields = [
  { name: "staticPolicies", required: false, check: policies },
  { name: "templates", required: false, check: aMap },
  { name: "templateLinks", required: false, check: links },
];

/** Takes a policy set. */
export const aPolicySet: Check = (json, path) => {
  readStructure(json, "PolicySet", fields, path);
};

/** The parts of a policy set; throws if it has not the shape of one. */
export function readPolicySetInput(json: JsonValue, path: CallPath = []): PolicySetInput {
  const { staticPolicies = [], templates = {}, templateLinks = [] } = readStructure(json, "PolicySet", fields, path);
  return {
    staticPolicies: staticPolicies as PolicySetInput["staticPolicies"],
    templates: templates as JsonObject,
    templateLinks: (templateLinks as readonly JsonValue[]).map((link) => readLink(link, path)),
  };
}

function readLink(json: JsonValue, path: CallPath): LinkInput {
  return readStructure(json, "TemplateLink", linkFields, path) as unknown as LinkInput;
}
