import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "@deodar/cedar-wasm";
import { Choices } from "@deodar/testing";
import { choicesOf } from "../choices-of.ts";
import { production } from "../production.ts";
import { attempt } from "../run-cases.ts";
import type { Target } from "../target.ts";
import { Hits } from "./hits.ts";
import type { RecordingReference } from "./recording-reference.ts";
import { type Api, answerOf, sameAnswer, type Vector } from "./vector.ts";

/** What choosing takes. */
export interface Chooser {
  readonly reference: RecordingReference;
  /** Where instrumented code notes branches. */
  readonly hits: Uint8Array;
  readonly folder: string;
  readonly seed: number;
}

/** A target has at most so many bytes of vectors: most for new branches, the rest of what came first. */
const mostBytes = 270_000;
/** A longer vector is left out: there are short ones. */
const longest = 20_000;
/** How long choosing goes on for one target, in milliseconds. */
const patience = 8000;

/**
 * Writes what the reference was asked in the kept cases, and what it answered, to a file of the target: what takes a branch
 * that no vector before took, and others as far as there is room. What the engine answers otherwise is left out; it is one
 * of the known differences, or else has been reported.
 */
export function chooseVectors(
  target: Target,
  kept: readonly Uint8Array[],
  { reference, hits, folder, seed }: Chooser,
): void {
  const branches = new Hits(hits);
  const lines = new Set<string>();
  const others = new Set<string>();
  let bytes = 0;
  let different = 0;
  const consider = (vector: Vector): void => {
    const line = JSON.stringify(vector);
    if (line.length > longest || lines.has(line)) return;
    let answer: unknown;
    const found = branches.newOf(() => {
      answer = answerOf(engine as unknown as Api, vector);
    });
    if (!sameAnswer(answer, vector.answer)) different += 1;
    else if (found.length === 0) others.add(line);
    else if (bytes + line.length <= mostBytes) {
      branches.add(found);
      lines.add(line);
      bytes += line.length;
    }
  };
  const ask = (choices: Choices): void => {
    reference.takeRecord();
    attempt(target, choices, { production, reference, census: undefined });
    for (const vector of reference.takeRecord()) consider(vector);
  };
  const until = performance.now() + patience;
  const isOver = (): boolean => bytes >= mostBytes || performance.now() > until;
  const bySize = kept.toSorted((a, b) => a.length - b.length);
  for (const each of bySize) if (!isOver()) ask(Choices.replay(each));
  for (let index = 0; index < 300 && !isOver(); index++) ask(choicesOf(seed, target.name, index));
  for (const line of [...others].sort((a, b) => a.length - b.length)) {
    if (bytes + line.length > mostBytes || lines.size > 600) break;
    lines.add(line);
    bytes += line.length;
  }
  console.log(`${target.name.padEnd(16)} ${lines.size} vectors, ${bytes} bytes; ${different} left out`);
  if (lines.size > 0)
    writeFileSync(join(folder, `${target.name.replaceAll(" ", "-")}.ndjson`), `${[...lines].join("\n")}\n`);
}
