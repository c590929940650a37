import {
  checkParseContext,
  checkParseEntities,
  type DetailedError,
  type EntityJson,
  isAuthorized,
} from "@cedar-policy/cedar-wasm/nodejs";
import {
  contextFromJson,
  contextFromPlain,
  Entities,
  entityUid,
  printValue,
  type RecordValue,
  valueFromJson,
  valueToJson,
} from "@deodar/core";
import { type Diagnostic, type Result, unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { type Draft, draftEntities, draftUid, draftValue, mutate, textOf } from "./entity-documents.ts";
import { random } from "./random.ts";

interface Answer {
  readonly ok: boolean;
  readonly errors: readonly { readonly message: string; readonly help: string | null }[];
}

function reference(document: Draft, check: (document: never) => { type: string; errors?: DetailedError[] }): Answer {
  const answer = check(document as never);
  const errors = (answer.errors ?? []).map(({ message, help }) => ({ message, help: help ?? null }));
  return { ok: answer.type === "success", errors };
}

const entitiesOf = (document: Draft): Answer =>
  reference(document, (entities) => checkParseEntities({ entities }) as never);
const contextOf = (document: Draft): Answer =>
  reference(document, (context) => checkParseContext({ context }) as never);

/**
 * What we knowingly answer differently: serde reads a struct written as an array, and the reference makes of
 * `unknown` an unknown for partial evaluation.
 */
function isDeclared(document: Draft, theirs: Answer): boolean {
  if (Array.isArray(document) && document.some(Array.isArray)) return true;
  return theirs.ok && hasPair(document);
}

/** Whether some uid may be written as `["User", "a"]`. */
function hasPair(document: Draft): boolean {
  if (typeof document !== "object" || document === null) return false;
  if (Array.isArray(document) && document.length === 2 && document.every((part) => typeof part === "string"))
    return true;
  return Object.values(document).some(hasPair);
}

function compare(document: Draft, mine: Result<unknown>, theirs: Answer): void {
  if (isDeclared(document, theirs)) return;
  const text = textOf(document);
  expect({ text, ok: mine.ok }).toEqual({ text, ok: theirs.ok });
  if (mine.ok) return;
  const [first] = theirs.errors;
  if (first === undefined) throw new Error("no error");
  // The reference stops at its first error, in an order of its own; we give all.
  const same = mine.errors.find((error) => sameMessage(error, first.message));
  expect({ text, messages: same === undefined ? mine.errors.map((error) => error.message) : [] }).toEqual({
    text,
    messages: same === undefined ? [first.message] : [],
  });
  if (first.help !== null) expect(same?.help).toBe(first.help);
}

/** Which vertex of a cycle is named is of no account; and we repeat numbers as they are written. */
function sameMessage(error: Diagnostic, message: string): boolean {
  if (error.code !== "entities/cycle") return error.message.replaceAll(String(10n ** 20n), "1e+20") === message;
  return message.replace(/`.*`/s, "") === error.message.replace(/`.*`/s, "");
}

describe("against the reference", () => {
  it("accepts and refuses entities alike, with the same messages", () => {
    const source = random(20_240);
    for (let round = 0; round < 1500; round += 1) {
      const document = draftEntities(source);
      compare(document, Entities.fromJson(textOf(document)), entitiesOf(document));
      const changed = mutate(document, source);
      compare(changed, Entities.fromJson(textOf(changed)), entitiesOf(changed));
    }
  });

  it("accepts and refuses contexts alike, with the same messages", () => {
    const source = random(77);
    for (let round = 0; round < 1500; round += 1) {
      const document =
        source.below(20) === 0 ? draftValue(source) : { x: draftValue(source), y: draftValue(source, 3) };
      compare(document, contextFromJson(textOf(document)), contextOf(document));
      const changed = mutate(document, source);
      compare(changed, contextFromJson(textOf(changed)), contextOf(changed));
    }
  });

  it("reads contexts to the same values", () => {
    const source = random(5);
    const uid = { type: "User", id: "a" };
    let checked = 0;
    while (checked < 300) {
      const context: Draft = { x: draftValue(source) };
      const mine = contextFromJson(textOf(context));
      if (!mine.ok) continue;
      checked += 1;
      const staticPolicies = {
        p: `permit(principal, action, resource) when { context == ${printValue(mine.value)} };`,
      };
      const request = { principal: uid, action: uid, resource: uid, context: context as never };
      const answer = isAuthorized({ ...request, policies: { staticPolicies }, entities: [] });
      expect({ context, answer: answer.type === "success" ? answer.response.decision : answer.errors }).toEqual({
        context,
        answer: "allow",
      });
    }
  });

  it("reads the same from plain values as from text, and reads back what it writes", () => {
    const source = random(6);
    for (let round = 0; round < 1000; round += 1) {
      const context: Draft = { x: draftValue(source) };
      const fromText = contextFromJson(textOf(context));
      const fromPlain = contextFromPlain(context);
      if (!fromText.ok) {
        if (fromPlain.ok) throw new Error(textOf(context));
        continue;
      }
      expect(printValue(unwrap(fromPlain))).toBe(printValue(fromText.value));
      const written = valueToJson(fromText.value);
      if (written.ok) expect(printValue(unwrap(valueFromJson(written.value)))).toBe(printValue(fromText.value));
      else expect(written.errors[0]?.code).toBe("entities/reserved-key");
    }
  });

  it("gives the reference's answers to `in`", () => {
    const source = random(8);
    let checked = 0;
    while (checked < 60) {
      const document = draftEntities(source) as unknown as EntityJson[];
      const mine = Entities.fromJson(JSON.stringify(document));
      if (!mine.ok) continue;
      checked += 1;
      const pairs = Array.from(
        { length: 12 },
        () => [draftUid(source), draftUid(source)] as { type: string; id: string }[],
      );
      const valid = pairs.filter((pair) =>
        pair.every(({ type }) => /^\w+(::\w+)*$/.test(type) && !/true|in$|if|__cedar|^1/.test(type)),
      );
      const uids = valid.map((pair) => pair.map(({ type, id }) => entityUid(type, id)));
      const policies = uids.map(([a, b], index) => [
        `p${index}`,
        `permit(principal, action, resource) when { ${printValue(a ?? "")} in ${printValue(b ?? "")} };`,
      ]);
      const uid = { type: "X", id: "x" };
      const answer = isAuthorized({
        principal: uid,
        action: uid,
        resource: uid,
        context: {},
        policies: { staticPolicies: Object.fromEntries(policies) },
        entities: document,
      });
      if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
      const theirs = new Set(answer.response.diagnostics.reason);
      const ours = uids.flatMap(([a, b], index) => (a && b && mine.value.isIn(a, b) ? [`p${index}`] : []));
      expect(new Set(ours)).toEqual(theirs);
    }
  });

  it("keeps records that merely look like escapes as records, as the reference does", () => {
    const value = unwrap(contextFromJson('{"x":{"__entity":{"type":"User"}}}')) as RecordValue;
    expect(printValue(value)).toBe('{x: {__entity: {"type": "User"}}}'.replace('"type"', "type"));
  });
});
