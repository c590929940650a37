import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { referenceForms } from "../src/schema-forms.ts";
import { digestForms, keyOf, writeSchemaRecord } from "../src/schema-record.ts";

// Asks the reference for the forms of every schema of the public tests and writes their digests down.
const schemas = new Set([...handWrittenCases(), ...generatedCases()].map(({ schema }) => schema));
writeSchemaRecord(new Map([...schemas].map((schema) => [keyOf(schema), digestForms(referenceForms(schema))])));
