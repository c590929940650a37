import type { Parser, Printer, SupportLanguage } from "prettier";
import { type CedarFile, policyParser, schemaParser } from "./parsers.ts";
import { filePrinter } from "./printer.ts";

/** The languages that this plugin adds to Prettier, also inside Markdown fences. */
export const languages: SupportLanguage[] = [
  { name: "Cedar", parsers: ["cedar"], extensions: [".cedar"], vscodeLanguageIds: ["cedar"] },
  {
    name: "Cedar schema",
    aliases: ["cedarschema"],
    parsers: ["cedarschema"],
    extensions: [".cedarschema"],
    vscodeLanguageIds: ["cedarschema"],
  },
];

/** One parser a language; each also formats, since Cedar's layout is not made of Prettier's documents. */
export const parsers: { readonly [name: string]: Parser<CedarFile> } = {
  cedar: policyParser,
  cedarschema: schemaParser,
};

/** The printer of what the parsers give. */
export const printers: { readonly [astFormat: string]: Printer<CedarFile> } = { "cedar-file": filePrinter };
