/** Longer texts are not kept. */
const longest = 1_000_000;

/** So many texts are kept, and no more characters in all than a text may have. */
const most = 16;

/**
 * What was made of the texts that came last. The functions of the API take policies and schemas as text with every call,
 * most often the same; so it pays to remember a few. What is remembered must never be changed; failures, which callers get
 * to hold, are not remembered.
 */
export class RecentTexts<T extends { readonly ok: boolean }> {
  readonly #known = new Map<string, T>();
  #characters = 0;

  /** What was made of this text, or is made now. */
  get(text: string, make: (text: string) => T): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (made.ok && text.length <= longest) this.#keep(text, made);
    return made;
  }

  #keep(text: string, made: T): void {
    this.#known.set(text, made);
    this.#characters += text.length;
    for (const [oldest] of this.#known) {
      if (this.#known.size <= most && this.#characters <= longest) return;
      this.#known.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
