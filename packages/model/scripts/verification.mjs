// What the verifier and its tests are made of: verifying all files, looking for holes, sabotage.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dafny, files, sources, verify } from "./dafny.mjs";
import { sabotages } from "./sabotages/index.mjs";

/** Two at a time: that is what small machines have cores for. */
const workers = 2;

/**
 * Verifies every file. Gives what does not verify, empty if all does.
 *
 * @param {{ seed?: number; report?: (line: string) => void; only?: readonly string[] }} [options] the prover's random seed;
 *   words of which the paths of the files must have one, if there are any
 * @returns {Promise<readonly string[]>}
 */
export async function verifyAll({ seed, report, only = [] } = {}) {
  const seeds = seed === undefined ? [] : [`/z3opt:smt.random_seed=${seed}`];
  const outcomes = await inParallel(byCost(files.filter((file) => isChosen(only, file))), async (file) => {
    const started = Date.now();
    const { resolved, verified, failed, output } = await verify(["/timeLimit:900", ...seeds, join(sources, file)]);
    const time = ((Date.now() - started) / 1000).toFixed(1);
    report?.(`${file}: ${verified} verified, ${failed.length} not (${time} s)`);
    if (resolved && failed.length === 0) return undefined;
    return [file, ...failed.map(({ name }) => `${name} is not verified`), output].join("\n");
  });
  return outcomes.filter((outcome) => outcome !== undefined);
}

/**
 * Looks for what would let a proof pass without a proof: assumptions, axioms, skipped files, lemmas without a body.
 *
 * @returns {readonly string[]} each with its file and line
 */
export function findHoles() {
  return files.flatMap((file) => holesIn(file, readFileSync(join(sources, file), "utf8")));
}

/** The holes in one text; exported so that the check can itself be checked. */
export function holesIn(file, text) {
  const code = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  const line = (at) => code.slice(0, at).split("\n").length;
  const words = [
    ...code.matchAll(/\bassume\b|\baxiom\b|\bverify\s+false\b|\{:(?!trigger\b)[^}]*\}|\bexpect\b|:=\s*\*/g),
  ];
  const heads = [...code.matchAll(/\b(?:lemma|function|predicate|method)\s+(?:method\s+)?(\w+)/g)];
  const bodyless = heads.filter((head, index) => {
    const next = heads[index + 1]?.index ?? code.length;
    return !hasBody(code.slice(head.index, next));
  });
  return [
    ...words.map((word) => `${file}:${line(word.index)}: ${word[0]}`),
    ...bodyless.map((head) => `${file}:${line(head.index)}: ${head[1]} has no body`),
  ];
}

/** Whether a declaration has a body: as laid out here, on a line that begins with a brace, or after the signature. */
function hasBody(declaration) {
  return (
    /^ {2}\{(?!:)/m.test(declaration) || /^[^\n]*[\w>)] \{[^\n]*\}\s*$|^[^\n]*[\w>)] \{$/m.test(firstLine(declaration))
  );
}

function firstLine(text) {
  return text.slice(0, `${text}\n`.indexOf("\n"));
}

/**
 * Asks Dafny itself for what it cannot compile, assumptions and missing bodies among it, in theorems too.
 *
 * @param {readonly string[]} [paths] the files to look at, instead of all
 * @returns {Promise<readonly string[]>}
 */
export async function findHolesByCompiling(paths = files.map((file) => join(sources, file))) {
  const folder = mkdtempSync(join(tmpdir(), "deodar-holes-"));
  try {
    const out = `/out:${join(folder, "all.js")}`;
    const { status, output } = await dafny([
      "/compile:2",
      "/noVerify",
      "/spillTargetCode:1",
      "/compileTarget:js",
      out,
      // Each by name: in files that are only included, Dafny passes over assumptions.
      ...paths,
    ]);
    return status === 0 ? [] : [output];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes each of the wrong changes in a copy of the sources and verifies the lemma that must notice.
 *
 * @param {{ report?: (line: string) => void; only?: readonly string[] }} [options] words of which the names or the proofs
 *   must have one, if there are any
 * @returns {Promise<readonly string[]>} the sabotages that went unnoticed, empty if there are none
 */
export async function sabotageAll({ report, only = [] } = {}) {
  const chosen = sabotages.filter(({ name, proof }) => isChosen(only, `${name} ${proof}`));
  const outcomes = await inParallel(chosen, async (sabotage) => {
    const { name, lemma, proof } = sabotage;
    const fault = await tryOut(sabotage);
    report?.(`${fault === undefined ? "rejected" : "NOT REJECTED"}: ${name} (${lemma} in ${proof})`);
    return fault === undefined ? undefined : `${name}: ${fault}`;
  });
  return outcomes.filter((outcome) => outcome !== undefined);
}

/** Undefined if the change is rejected as it should be. */
async function tryOut({ file, find, put, proof, lemma }) {
  const folder = mkdtempSync(join(tmpdir(), "deodar-sabotage-"));
  try {
    cpSync(sources, folder, { recursive: true });
    const text = readFileSync(join(folder, file), "utf8");
    if (text.split(find).length !== 2) return `${JSON.stringify(find)} stands not once in ${file}`;
    writeFileSync(
      join(folder, file),
      text.replace(find, () => put),
    );
    const args = [
      "/timeLimit:900",
      "/errorLimit:1",
      `/proc:${obligationOf(lemma, join(folder, proof))}`,
      join(folder, proof),
    ];
    const { resolved, failed, output } = await verify(args);
    if (!resolved) return `it does not even resolve\n${output}`;
    if (failed.some(({ refuted }) => refuted)) return undefined;
    return failed.length === 0 ? "accepted" : "undecided";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What has to fail: the body of a lemma, or what a function promises. Nothing else is tried, as each costs half a second. */
function obligationOf(name, file) {
  const isLemma = new RegExp(`\\blemma\\s+${name}\\b`).test(readFileSync(file, "utf8"));
  return `${isLemma ? "Impl" : "CheckWellformed"}$$*.${name}`;
}

function isChosen(only, text) {
  return only.length === 0 || only.some((word) => text.includes(word));
}

/** Proofs take longer than definitions: they go first. */
function byCost(list) {
  return [...list].sort((a, b) => Number(b.startsWith("theorems/")) - Number(a.startsWith("theorems/")));
}

async function inParallel(items, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
