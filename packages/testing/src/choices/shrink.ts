import type { Group } from "./choices.ts";

/** How many choices are taken out at once, first. */
const longestBlock = 256;

/**
 * Candidates for something simpler than what these choices made: shorter ones first, then ones with lower numbers. Each
 * is shorter, or as long and lower in the first number that differs, so that simplifying comes to an end.
 *
 * @param groups which of the choices belong together, where that is known
 */
export function* simplerChoices(
  choices: Uint8Array,
  groups: readonly Group[] = [],
): Generator<Uint8Array, void, undefined> {
  const start = trimmed(choices);
  for (const [candidate] of withoutGroups(start, groups)) {
    const simpler = trimmed(candidate);
    if (isSimpler(simpler, start)) yield simpler;
  }
  for (const candidate of variations(start)) {
    const simpler = trimmed(candidate);
    if (isSimpler(simpler, start)) yield simpler;
  }
}

/**
 * The choices without some group, or with one in the place of one that it is part of; large ones first, none larger than
 * `largest`. Each with the size of the group.
 */
function* withoutGroups(
  choices: Uint8Array,
  groups: readonly Group[],
  largest = Number.POSITIVE_INFINITY,
): Generator<readonly [Uint8Array, number], void, undefined> {
  if (groups.length === 0) return;
  const whole: Group = { start: 0, end: Math.max(...groups.map(({ end }) => end)), counter: -1 };
  const bySize = [whole, ...groups].sort((a, b) => sizeOf(b) - sizeOf(a));
  for (const group of bySize) {
    const size = sizeOf(group);
    // Zeros at the end have been left out.
    const end = Math.min(group.end, choices.length);
    if (size > largest || group.start >= end) continue;
    const count = choices[group.counter] ?? 0;
    if (count > 0) yield [without(choices.with(group.counter, count - 1), group.start, end), size];
    yield [without(choices, group.start, end), size];
    let left = mostInner;
    for (const inner of bySize) {
      if (inner.start < group.start || inner.end > group.end || sizeOf(inner) >= size) continue;
      if (left-- === 0) break;
      const rest = without(choices, Math.min(inner.end, end), end);
      yield [without(rest, group.start, Math.min(inner.start, end)), size];
    }
  }
}

function sizeOf({ start, end }: Group): number {
  return end - start;
}

/** So many groups are tried in the place of one that they are part of. */
const mostInner = 6;

function* variations(choices: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let block = Math.min(longestBlock, choices.length); block > 0; block = Math.floor(block / 2)) {
    for (let end = choices.length; end > 0; end -= block) yield without(choices, Math.max(0, end - block), end);
  }
  for (let block = Math.min(16, choices.length); block > 1; block = Math.floor(block / 2)) {
    for (let end = choices.length; end > 0; end -= block) yield choices.slice().fill(0, Math.max(0, end - block), end);
  }
  for (const [at, choice] of choices.entries()) {
    for (const lower of [0, choice >> 1, choice - 1]) if (lower >= 0) yield choices.with(at, lower);
  }
  // A count that goes down with what it counts: the number lower, and some of what follows gone.
  for (const [at, choice] of choices.entries()) {
    if (choice === 0) continue;
    for (const length of [1, 2, 4, 8, 16]) {
      yield without(choices.with(at, choice - 1), at + 1, Math.min(choices.length, at + 1 + length));
    }
  }
}

/** How shrinking goes about it. */
export interface ShrinkOptions {
  /** How often to try, 4000 times unless said. */
  readonly attempts?: number;
  /** Which of these choices belong together: what `Choices.groups` says after they were replayed. */
  readonly groupsOf?: (choices: Uint8Array) => readonly Group[];
}

/** The simplest choices found for which `fails` still says yes, beginning with `choices`, for which it does. */
export function shrinkChoices(
  choices: Uint8Array,
  fails: (candidate: Uint8Array) => boolean,
  { attempts = 4000, groupsOf = (): readonly Group[] => [] }: ShrinkOptions = {},
): Uint8Array {
  const search = new Search(trimmed(choices), fails, attempts);
  for (let before = -1; before !== search.improvements; ) {
    before = search.improvements;
    search.removeGroups(groupsOf);
    search.removeBlocks();
    search.clearBlocks();
    search.lowerEach();
    search.lowerCounts();
  }
  return search.best;
}

/** Goes on where it is after each improvement, so that it asks about as often as there are choices, and not more often. */
class Search {
  best: Uint8Array;
  improvements = 0;
  readonly #fails: (candidate: Uint8Array) => boolean;
  #left: number;

  constructor(start: Uint8Array, fails: (candidate: Uint8Array) => boolean, attempts: number) {
    this.best = start;
    this.#fails = fails;
    this.#left = attempts;
  }

  removeGroups(groupsOf: (choices: Uint8Array) => readonly Group[]): void {
    let largest = Number.POSITIVE_INFINITY;
    for (let goOn = true; goOn; ) {
      goOn = false;
      for (const [candidate, size] of withoutGroups(this.best, groupsOf(this.best), largest)) {
        if (!this.#try(candidate)) continue;
        // Other groups now, at other places; larger ones have been tried.
        largest = size;
        goOn = true;
        break;
      }
    }
  }

  removeBlocks(): void {
    for (let block = Math.min(longestBlock, this.best.length); block > 0; block = Math.floor(block / 2)) {
      for (let end = this.best.length; end > 0; ) {
        const start = Math.max(0, end - block);
        this.#try(without(this.best, start, end));
        end = Math.min(start, this.best.length);
      }
    }
  }

  clearBlocks(): void {
    for (const block of [32, 8, 2]) {
      for (let end = this.best.length; end > 0; end = Math.min(end - block, this.best.length)) {
        this.#try(this.best.slice().fill(0, Math.max(0, end - block), end));
      }
    }
  }

  /** Each choice as low as it can be while the others stay, as far as halving and counting down show. */
  lowerEach(): void {
    for (let at = 0; at < this.best.length; at++) {
      if (this.#lower(at, 0)) continue;
      for (let step = (this.best[at] ?? 0) >> 1; step > 0; step >>= 1) {
        while ((this.best[at] ?? 0) >= step && this.#lower(at, (this.best[at] as number) - step));
      }
    }
  }

  /** A count goes down with what it counts: the choice lower, and some of what follows gone. */
  lowerCounts(): void {
    for (let at = 0; at < this.best.length; at++) {
      for (const length of [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]) {
        const choice = this.best[at] ?? 0;
        if (choice === 0 || at + 1 + length > this.best.length) break;
        this.#try(without(this.best.with(at, choice - 1), at + 1, at + 1 + length));
      }
    }
  }

  #lower(at: number, choice: number): boolean {
    const current = this.best[at];
    return current !== undefined && current > choice && this.#try(this.best.with(at, choice));
  }

  #try(candidate: Uint8Array): boolean {
    const simpler = trimmed(candidate);
    if (this.#left <= 0 || !isSimpler(simpler, this.best)) return false;
    this.#left -= 1;
    if (!this.#fails(simpler)) return false;
    this.best = simpler;
    this.improvements += 1;
    return true;
  }
}

function without(choices: Uint8Array, start: number, end: number): Uint8Array {
  const rest = new Uint8Array(choices.length - (end - start));
  rest.set(choices.subarray(0, start));
  rest.set(choices.subarray(end), start);
  return rest;
}

/** The choices without zeros at the end, which say nothing: that is what follows anyway. */
export function trimmed(choices: Uint8Array): Uint8Array {
  let { length } = choices;
  while (length > 0 && choices[length - 1] === 0) length -= 1;
  return choices.slice(0, length);
}

function isSimpler(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const at = a.findIndex((choice, index) => choice !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
