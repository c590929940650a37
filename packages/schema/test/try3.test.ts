import { readdirSync, readFileSync } from "node:fs";
import { schemaToJson, schemaToText } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { expect, test } from "vitest";
import {
  parseSchemaFragment,
  printSchemaFragment,
  schemaFragmentFromJson,
  schemaFragmentToJson,
} from "../src/index.ts";

const dir = "/tmp/corpus/corpus-tests/";
const texts = new Set(
  readdirSync(dir)
    .filter((f) => f.endsWith(".cedarschema"))
    .map((f) => readFileSync(dir + f, "utf8")),
);
test("corpus", () => {
  let tp = 0;
  let tr = 0;
  for (const text of texts) {
    let t0 = performance.now();
    const fragment = unwrap(parseSchemaFragment(text));
    const json = schemaFragmentToJson(fragment);
    tp += performance.now() - t0;
    t0 = performance.now();
    const answer = schemaToJson(text);
    tr += performance.now() - t0;
    if (answer.type !== "success") throw new Error(text);
    expect(JSON.parse(JSON.stringify(json))).toEqual(answer.json);
    expect(JSON.stringify(Object.entries(json).sort())).toBe(JSON.stringify(Object.entries(answer.json).sort()));
    const again = unwrap(schemaFragmentFromJson(json));
    expect(schemaFragmentToJson(again)).toEqual(json);
    const printed = printSchemaFragment(again);
    const theirs = schemaToText(text);
    if (theirs.type === "success") expect(unwrap(printed)).toBe(theirs.text);
    else expect(printed.ok).toBe(false);
    if (printed.ok) expect(schemaFragmentToJson(unwrap(parseSchemaFragment(printed.value)))).toEqual(json);
  }
  console.log(texts.size, tp, tr);
}, 600000);
