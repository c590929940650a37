/** How often things happened, by name; names are paths such as `operator/and/true`. */
export class Census {
  readonly counts: Map<string, number> = new Map();

  count(name: string, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  /** Adds what another has counted. */
  add(counts: Iterable<readonly [string, number]>): void {
    for (const [name, times] of counts) this.count(name, times);
  }
}
