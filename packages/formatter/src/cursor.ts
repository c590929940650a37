import { concat, type Document, hardLine, join } from "./document.ts";
import type { Token } from "./tokens.ts";

const noComments: readonly string[] = [];
const end: Token = { text: "", leading: noComments, trailing: "" };

/**
 * Walks over tokens and turns each into a document with its comments, so that none can be forgotten: a token is only
 * ever passed together with them.
 */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  #current: Token;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#current = tokens[0] ?? end;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The text of the current token; `""` at the end. */
  get text(): string {
    return this.#current.text;
  }

  /** The text of the token after the current one. */
  get following(): string {
    return this.#tokens[this.#at + 1]?.text ?? "";
  }

  /** The comments before the current token, which it has no longer. */
  takeLeading(): Document {
    const { text, leading, trailing } = this.#current;
    this.#current = { text, leading: noComments, trailing };
    return leadingComments(leading);
  }

  /** The current token with its comments; `next` follows unless a comment ends the line. */
  take(next: Document = ""): Document {
    const [before, text, after] = this.takeParts(next);
    return concat(before, text, after);
  }

  /** The current token: what comes before it, its text, and what comes behind it. */
  takeParts(next: Document = ""): readonly [before: Document, text: string, after: Document] {
    const { text, leading, trailing } = this.#current;
    this.#advance();
    return [leadingComments(leading), text, trailing === "" ? next : concat(" ", trailing, hardLine)];
  }

  /** Passes over a redundant comma before a closing bracket; the bracket inherits its comments. */
  dropComma(): void {
    if (this.text !== ",") return;
    const comma = this.#current;
    this.#advance();
    this.#current = inherit(this.#current, comma);
  }

  #advance(): void {
    this.#at += 1;
    this.#current = this.#tokens[this.#at] ?? end;
  }
}

function leadingComments(comments: readonly string[]): Document {
  return comments.length === 0 ? "" : concat(hardLine, join(comments, hardLine), hardLine);
}

function inherit(token: Token, dropped: Token): Token {
  const { text, leading, trailing } = token;
  if (leading.length === 0 && trailing === "") return { ...dropped, text };
  const behind = dropped.trailing === "" ? noComments : [dropped.trailing];
  return { text, leading: [...dropped.leading, ...behind, ...leading], trailing };
}
