import { type IdSource, identifyPolicies, PolicySet } from "@deodar/authorizer";
import type { Diagnostic, SourceText } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { cliFault } from "../catalogue.ts";
import type { Io } from "../io.ts";
import type { GivenOptions, Option } from "../options.ts";
import { type Loaded, loaded, notLoaded, type Problem } from "../problem.ts";
import { policiesFromJson } from "./json-policies.ts";
import { addLinks } from "./links.ts";
import { readText } from "./read-text.ts";

/** The options that say which policies to use. */
export const policyOptions: readonly Option[] = [
  {
    long: "policies",
    short: "p",
    value: "FILE",
    multiple: true,
    help: "policies and templates; may be given several times; - or nothing at all: stdin",
  },
  {
    long: "policy-format",
    value: "FORMAT",
    choices: ["cedar", "json"],
    help: "cedar (default) or json: what the policies are written in",
  },
  { long: "template-linked", short: "k", value: "FILE", help: "template links, as JSON" },
  {
    long: "ids",
    value: "SOURCE",
    choices: ["annotation", "position"],
    help: "annotation (default): the id of a policy is its @id, else its position; position: policy0, policy1 …",
  },
];

/** Policies, and the text that each of them stands in. */
export interface LoadedPolicies {
  readonly policies: PolicySet;
  /** The text of a policy or template, if it was read from Cedar text. */
  readonly sourceOf: (id: string) => SourceText | undefined;
}

/** The policies that the options name, with their links. */
export async function loadPolicies(io: Io, given: GivenOptions): Promise<Loaded<LoadedPolicies>> {
  const named = given.texts("policies");
  const paths = named.length === 0 ? ["-"] : named;
  const texts: Required<SourceText>[] = [];
  const problems: Problem[] = [];
  if (paths.filter((path) => path === "-").length > 1) {
    return notLoaded({ what: "failed to read policies", diagnostics: [cliFault("cli/stdin-twice")] });
  }
  for (const path of paths) {
    const text = await readText(io, path, "policy set");
    if (text.ok) texts.push(text.value);
    else problems.push(...text.problems);
  }
  const read =
    given.text("policy-format") === "json"
      ? readJson(texts)
      : readCedar(texts, given.text("ids") === "position" ? "position" : "annotation");
  problems.push(...read.problems);
  const links = given.text("template-linked");
  if (links !== undefined && problems.length === 0) problems.push(...(await addLinks(io, links, read.policies)));
  const [first, ...others] = problems;
  return first === undefined ? loaded(read) : notLoaded(first, ...others);
}

interface ReadPolicies extends LoadedPolicies {
  readonly problems: readonly Problem[];
}

function readCedar(texts: readonly Required<SourceText>[], ids: IdSource): ReadPolicies {
  const policies = new PolicySet();
  const sources = new Map<string, SourceText>();
  const problems: Problem[] = [];
  let first = 0;
  for (const source of texts) {
    const parsed = parsePolicies(source.text);
    if (!parsed.ok) {
      problems.push({ what: "failed to parse policy set", diagnostics: parsed.errors, source });
      continue;
    }
    const errors: Diagnostic[] = [];
    for (const { id, policy } of identifyPolicies(parsed.value.policies, { ids, first })) {
      const added = policies.add(id, policy);
      if (added.ok) sources.set(id, source);
      else errors.push(...added.errors);
    }
    first += parsed.value.policies.length;
    if (errors.length > 0) problems.push({ what: "failed to add to policy set", diagnostics: errors, source });
  }
  return { policies, problems, sourceOf: (id) => sources.get(templateOf(policies, id)) };
}

function readJson(texts: readonly Required<SourceText>[]): ReadPolicies {
  const problems: Problem[] = [];
  let policies = new PolicySet();
  if (texts.length > 1) {
    problems.push({ what: "failed to read policies", diagnostics: [cliFault("cli/several-json-policy-sets")] });
  }
  const [source] = texts;
  if (source !== undefined) {
    const read = policiesFromJson(source.text);
    if (read.ok) policies = read.value;
    else problems.push({ what: "failed to parse JSON policy", diagnostics: read.errors, source });
  }
  return { policies, problems, sourceOf: () => undefined };
}

function templateOf(policies: PolicySet, id: string): string {
  const entry = policies.get(id);
  return entry?.kind === "link" ? entry.templateId : id;
}
