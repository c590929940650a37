import { requestFromPlain } from "@deodar/authorizer";
import { policySetFromPlain } from "@deodar/authorizer/json";
import { partialContextFromPlain, partialEntitiesFromPlain, partialRequestFromPlain } from "@deodar/authorizer/partial";
import {
  contextFromPlain,
  Entities,
  entityUid,
  type RecordValue,
  recordOf,
  setOf,
  uidFromPlain,
  type Value,
  valueFromPlain,
  valueToJson,
} from "@deodar/core";
import { type Diagnostic, type Result, unwrap } from "@deodar/diagnostics";
import { fromPlain, isJsonArray, isJsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import {
  schemaFragmentFromPlain,
  schemaFromPlain,
  typedContextFromPlain,
  typedEntitiesFromPlain,
} from "@deodar/schema";
import { policyFromPlain, policySetPartsFromPlain } from "@deodar/syntax/json";
import { type Choices, drawWorld, type World } from "@deodar/testing";
import { checkedEntitiesFromPlain } from "@deodar/validator";
import { Checks } from "../checks.ts";
import { drawAnyValue } from "../draw-any-value.ts";
import { asJavaScript, type Hazard, withHazard } from "../javascript-values.ts";
import { keyOf } from "../plain-values.ts";
import type { CaseResult, Target } from "../target.ts";

/** What programs hand over as JSON: what is read of it, and what is said of what cannot be JSON. */
export const plainDocuments: Target = {
  name: "plain documents",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const world = drawWorld(choices);
    const json = choices.chance(70) ? (world.entities as unknown as JsonValue) : (world.schemaJson as JsonValue);
    const checks = new Checks(() => new Map([["document.json", `${stringifyJson(json, 2)}\n`]]));
    checks.next();
    const read = fromPlain(asJavaScript(choices, json));
    checks.equal("read", read.ok ? stringifyJson(read.value) : told(read.errors), stringifyJson(json));
    checks.equal("ours", read.ok && isOurs(read.value), true);
    checkOwnValues(choices, checks);
    choices.list(1, 6, () => {
      checks.next();
      const { value, hazard } = withHazard(choices, json);
      checks.equal("hazard", outcome(fromPlain(value)), toldHazard(hazard, []));
      const [name, reader, prefix] = choices.pick(readers);
      // A field of a request that is undefined is one that is not there.
      if (value === undefined && prefix.length > 0) return;
      checks.equal(`hazard: ${name}`, outcome(reader(value, world)), toldHazard(hazard, prefix));
    });
    return checks.result();
  },
};

/** Values of ours in plain data are read as what they are, and what only looks like one as data. */
function checkOwnValues(choices: Choices, checks: Checks): void {
  const value = drawAnyValue(choices, 2);
  // Some have no JSON.
  if (!valueToJson(value).ok) return;
  const given = choices.pick<(part: unknown) => unknown>([
    (part) => part,
    (part) => ({ a: part }),
    (part) => [part, part],
  ])(value);
  const expected =
    given === value ? keyOf(value) : keyOf(Array.isArray(given) ? setOf([value]) : recordOf([["a", value]]));
  const kind = choices.pick(["set", "record", "entity", "decimal", "ip", "datetime", "duration", "other"]);
  const looks = Object.freeze({ kind, n: 1 });
  for (const [what, read] of [
    ["context", contextFromPlain],
    ["partial context", partialContextFromPlain],
  ] as const) {
    const context = unwrap<RecordValue | object>(read({ k: given }));
    checks.equal(`${what}: value`, keyOf((context as RecordValue).entries.get("k") as Value), expected);
    const data = unwrap<RecordValue | object>(read({ k: looks }));
    const plain = keyOf(
      recordOf([
        ["kind", kind],
        ["n", 1],
      ]),
    );
    checks.equal(`${what}: data`, keyOf((data as RecordValue).entries.get("k") as Value), plain);
  }
}

type Reader = (value: unknown, world: World) => Result<unknown>;

const uid = entityUid("User", "a");

/** Readers of plain values, and where they put what they are given. */
const readers: readonly (readonly [name: string, reader: Reader, prefix: readonly string[]])[] = [
  ["value", valueFromPlain, []],
  ["context", contextFromPlain, []],
  ["uid", uidFromPlain, []],
  ["entities", (value) => Entities.fromPlain(value), []],
  ["typed entities", (value, { schema }) => typedEntitiesFromPlain(value, schema), []],
  ["checked entities", (value, { schema }) => checkedEntitiesFromPlain(value, schema), []],
  ["typed context", (value, { schema, ground }) => typedContextFromPlain(value, schema, actionOf(ground)), []],
  ["schema fragment", schemaFragmentFromPlain, []],
  ["schema", schemaFromPlain, []],
  ["policy", (value) => policyFromPlain(value), []],
  ["parts of a policy set", policySetPartsFromPlain, []],
  ["policy set", policySetFromPlain, []],
  ["partial context", partialContextFromPlain, []],
  ["partial entities", partialEntitiesFromPlain, []],
  [
    "request",
    (context) => requestFromPlain({ principal: uid, action: uid, resource: uid, context: context as never }),
    ["context"],
  ],
  [
    "partial request",
    (context) => partialRequestFromPlain({ principal: uid, action: uid, resource: uid, context: context as never }),
    ["context"],
  ],
];

function actionOf({ view }: World["ground"]): ReturnType<typeof entityUid> {
  return view.actions[0]?.uid ?? uid;
}

function outcome(result: Result<unknown>): string {
  return result.ok ? "accepted" : told(result.errors);
}

function told(errors: readonly Diagnostic[]): string {
  return errors.map(({ code, message, path }) => JSON.stringify([code, message, path])).join("\n");
}

function toldHazard({ code, message, path }: Hazard, prefix: readonly string[]): string {
  return JSON.stringify([code, message, [...prefix, ...path]]);
}

/** Whether there is a prototype nowhere, and `-0` nowhere. */
function isOurs(json: JsonValue): boolean {
  if (isJsonArray(json)) return json.every(isOurs);
  if (!isJsonObject(json)) return !Object.is(json, -0);
  return Object.getPrototypeOf(json) === null && Object.values(json).every(isOurs);
}
