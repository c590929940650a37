import type { Capabilities } from "./answer.ts";

/** The capabilities that hold at the place that is being checked. They come and go as on a stack. */
export class KnownCapabilities {
  #known: Set<string> | undefined = undefined;
  readonly #trail: string[] = [];

  has(key: string): boolean {
    return this.#known?.has(key) === true;
  }

  /** Makes these hold, until `forget` is called with the mark. Does not keep the set. */
  learn(capabilities: Capabilities): void {
    if (capabilities === undefined) return;
    this.#known ??= new Set();
    for (const key of capabilities) {
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#trail.push(key);
    }
  }

  /** What to hand to `forget`. */
  mark(): number {
    return this.#trail.length;
  }

  /** Forgets all that was learnt since the mark. */
  forget(mark: number): void {
    while (this.#trail.length > mark) this.#known?.delete(this.#trail.pop() as string);
  }
}
