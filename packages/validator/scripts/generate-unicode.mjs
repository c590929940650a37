// Writes src/generated/unicode-tables.ts from the tables of two Rust crates, which Cedar's reference uses and which hold
// the data of UTS 39 (IdentifierStatus.txt) and UAX 24 (Scripts.txt, ScriptExtensions.txt):
//
//   node scripts/generate-unicode.mjs <unicode-security>/src/tables.rs <unicode-script>/src/tables.rs
import { readFileSync, writeFileSync } from "node:fs";

const [securityPath, scriptPath] = process.argv.slice(2);
const security = readFileSync(securityPath, "utf8");
const script = readFileSync(scriptPath, "utf8");

/** The entries of a Rust array of tuples that begins after `declaration`. */
function tableAfter(source, declaration) {
  const from = source.indexOf(declaration);
  const start = source.indexOf("= &[", from);
  const body = source.slice(start, source.indexOf("];", start));
  const entry = /\(\s*'\\u\{([0-9a-f]+)\}',\s*'\\u\{([0-9a-f]+)\}'(?:,\s*([\w:]+))?\s*\)/g;
  return [...body.matchAll(entry)].map(([, first, last, value]) => [parseInt(first, 16), parseInt(last, 16), value]);
}

function versionOf(source) {
  return /UNICODE_VERSION[^=]*= \((\d+), (\d+), (\d+)\)/.exec(source).slice(1).join(".");
}

/** Ranges as the distances between their bounds, in base 36. */
const encode = (numbers) => numbers.map((number) => number.toString(36)).join(" ");

const allowed = [];
let end = 0;
for (const [first, last] of tableAfter(security, "const IDENTIFIER_STATUS:")) {
  allowed.push(first - end, last + 1 - first);
  end = last + 1;
}

/** For each code point the scripts it is used in, by their four-letter names; "" for common and inherited ones. */
const scripts = new Array(0x110000).fill(undefined);
const shortNames = new Map();
const letters = (name) => name.replaceAll("_", "").toUpperCase();
const nameBlock =
  /pub const ([A-Z_]+): ScriptExtension = ScriptExtension::new\([^)]*\);\s*(?:\/\/[^\n]*\n\s*)*pub const ([A-Z]{4}): ScriptExtension = \1;/g;
for (const [, long, short] of script.matchAll(nameBlock)) shortNames.set(letters(long), short);

for (const [first, last, value] of tableAfter(script, "const SCRIPTS:")) {
  const name = value.replace("Script::", "");
  const set = name === "Common" || name === "Inherited" ? "" : (shortNames.get(letters(name)) ?? name.toUpperCase());
  if (set.length !== 4 && set !== "") throw new Error(`no short name of ${name}`);
  scripts.fill(set, first, last + 1);
}
for (const [first, last, value] of tableAfter(script, "const SCRIPT_EXTENSIONS:")) {
  const name = value.replace("script_extensions::", "");
  scripts.fill(shortNames.get(letters(name)) ?? name.replaceAll("_", " "), first, last + 1);
}

const sets = [...new Set(scripts.filter((set) => set !== undefined))].sort();
const ranges = [];
let position = 0;
for (let first = 0; first < 0x110000; ) {
  const set = scripts[first];
  let last = first + 1;
  while (last < 0x110000 && scripts[last] === set) last += 1;
  if (set !== undefined) {
    ranges.push(first - position, last - first, sets.indexOf(set));
    position = last;
  }
  first = last;
}

writeFileSync(
  new URL("../src/generated/unicode-tables.ts", import.meta.url),
  `// Written by scripts/generate-unicode.mjs. Source: Unicode ${versionOf(security)}, IdentifierStatus.txt, and Unicode
// ${versionOf(script)}, Scripts.txt and ScriptExtensions.txt, as the crates unicode-security and unicode-script hold them.
// Copyright Unicode, Inc.; https://www.unicode.org/license.txt

/** Code points with Identifier_Status=Allowed: in turn a gap and the length of a range, in base 36. */
export const allowedRanges: string =
  "${encode(allowed)}";

/** The sets of scripts that there are; the first, empty one is that of what is used in all. */
export const scriptSets: readonly string[] = ${JSON.stringify(sets)};

/** In turn a gap, the length of a range, and the index of its set of scripts, in base 36; outside are unknown scripts. */
export const scriptRanges: string =
  "${encode(ranges)}";
`,
);
