import { unwrap } from "@deodar/diagnostics";
import {
  parseSchemaFragment,
  printSchemaFragment,
  schemaFragmentFromJsonValue,
  schemaFragmentToJson,
} from "@deodar/schema";
import { describe, expect, it } from "vitest";
import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { hasSharedConformance } from "../src/paths.ts";
import { ourForms, referenceForms } from "../src/schema-forms.ts";
import { digestForms, keyOf, readSchemaRecord } from "../src/schema-record.ts";

describe.skipIf(!hasSharedConformance)("schemas of the public tests", () => {
  const schemas = [...new Set([...handWrittenCases(), ...generatedCases()].map(({ schema }) => schema))];

  it("turn into the JSON, the text and the resolved JSON that the reference turns them into", () => {
    const record = readSchemaRecord();
    expect(record.size).toBe(schemas.length);
    const misses = schemas.filter((schema) => record.get(keyOf(schema)) !== digestForms(ourForms(schema)));
    expect(misses).toStrictEqual([]);
  });

  it("are recorded as the reference answers now, every hundredth of them", () => {
    for (const schema of schemas.filter((_, index) => index % 100 === 0)) {
      const theirs = referenceForms(schema);
      expect(JSON.parse(JSON.stringify(ourForms(schema)))).toEqual(theirs);
      expect(digestForms(theirs)).toBe(readSchemaRecord().get(keyOf(schema)));
    }
  });

  it("come back from JSON and from text as they were", () => {
    for (const schema of schemas) {
      const json = schemaFragmentToJson(unwrap(parseSchemaFragment(schema)));
      const fragment = unwrap(schemaFragmentFromJsonValue(json));
      expect(schemaFragmentToJson(fragment)).toEqual(json);
      const text = printSchemaFragment(fragment);
      if (text.ok) expect(schemaFragmentToJson(unwrap(parseSchemaFragment(text.value)))).toEqual(json);
    }
  });
});
