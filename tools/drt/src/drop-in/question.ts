import type { Choices } from "@deodar/testing";
import type { Ask } from "./ask.ts";
import type { Scene } from "./scene.ts";
import type { View } from "./views.ts";

/** A call, and others that have to be answered alike. */
export interface Question {
  readonly ask: Ask;
  readonly twins: readonly Twin[];
}

/** A call that has to be answered like another, as far as a view shows. */
export interface Twin {
  /** In what the calls differ. */
  readonly what: string;
  readonly ask: Ask;
  /** What is compared of the call itself. */
  readonly view: View;
  /** What is compared of this one; the same unless given. */
  readonly own?: View;
  /** Whether it takes that several forms of policies or schemas say the same, which changed ones do not. */
  readonly ofForms?: true;
}

/** Makes a question of a scene. */
export type DrawQuestion = (choices: Choices, scene: Scene) => Question;

/** A comment, which has more bytes than characters. */
const comment = "// é💥\n";

/** How many bytes further on all places are in {@link behindComment}. */
export const commentBytes: number = new TextEncoder().encode(comment).length;

/** The text with a comment before it. */
export function behindComment(text: string): string {
  return comment + text;
}
