import { describeMutant, type Fate, type Mutant } from "./mutant.ts";

/** A mutant and what became of it. */
export interface Outcome {
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** Why no test could notice this one; undefined for a mutant that changes what the engine does. */
  readonly equivalent: string | undefined;
}

/** How many mutants of an area were found. */
export interface Score {
  readonly area: string;
  readonly mutants: number;
  readonly found: number;
  readonly equivalent: number;
  readonly survived: number;
}

/** The share of the mutants that were found, in percent; those shown to change nothing are not counted. */
export function percentFound({ mutants, found, equivalent }: Score): number {
  return mutants === equivalent ? 100 : (100 * found) / (mutants - equivalent);
}

/** One score an area, and one for all of them. */
export function score(outcomes: readonly Outcome[]): readonly Score[] {
  const areas = [...new Set(outcomes.map(({ mutant }) => mutant.area))].sort();
  return [
    ...areas.map((area) =>
      scoreOf(
        area,
        outcomes.filter(({ mutant }) => mutant.area === area),
      ),
    ),
    scoreOf("all", outcomes),
  ];
}

function scoreOf(area: string, outcomes: readonly Outcome[]): Score {
  const survivors = outcomes.filter(({ fate }) => fate.kind === "survived");
  const equivalent = survivors.filter((outcome) => outcome.equivalent !== undefined).length;
  return {
    area,
    mutants: outcomes.length,
    found: outcomes.length - survivors.length,
    equivalent,
    survived: survivors.length - equivalent,
  };
}

/** The scores as a table, and below it every survivor. */
export function renderScore(outcomes: readonly Outcome[]): string {
  const lines = [row("area", "mutants", "found", "equivalent", "survived", "found %")];
  for (const one of score(outcomes)) {
    const { area, mutants, found, equivalent, survived } = one;
    lines.push(row(area, mutants, found, equivalent, survived, percentFound(one).toFixed(1)));
  }
  for (const { mutant, fate, equivalent } of outcomes)
    if (fate.kind === "survived")
      lines.push(
        `${equivalent === undefined ? "survived" : `no difference (${equivalent})`}: ${describeMutant(mutant)}`,
      );
  return lines.join("\n");
}

function row(area: string, ...cells: readonly (string | number)[]): string {
  return area.padEnd(12) + cells.map((cell) => String(cell).padStart(11)).join("");
}
