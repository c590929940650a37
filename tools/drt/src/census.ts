/** How often things happened, by name; names are paths such as `operator/and/true`. */
export class Census {
  readonly counts: Map<string, number> = new Map();

  count(name: string, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  /** Counts a code, without its area. */
  countCode(group: string, code: string): void {
    this.count(`${group}/${code.slice(code.indexOf("/") + 1)}`);
  }

  /** Adds what another has counted. */
  add(counts: Iterable<readonly [string, number]>): void {
    for (const [name, times] of counts) this.count(name, times);
  }
}
