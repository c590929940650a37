/** What a number counts. */
export type Unit =
  | "times as fast"
  | "times its time"
  | "times its size"
  | "times"
  | "constructs"
  | "ns"
  | "µs"
  | "ms"
  | "s"
  | "bytes"
  | "kB"
  | "MB"
  | "GB";

/** One figure beside the one that is judged: what each side took, how much was done. */
export interface Detail {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
}

/** A point of one of the charts. */
export interface Point {
  readonly chart: "applications" | "policies" | "entities";
  /** What stands on the horizontal axis: an application, or a number. */
  readonly at: string;
  readonly series: string;
  readonly nanoseconds: number;
}

/** One line of the table. */
export interface Row {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** What must hold; missing where nothing is promised. */
  readonly floor?: number;
  /** What we want. */
  readonly aim?: number;
  readonly details: readonly Detail[];
  readonly points?: readonly Point[];
}

/** How a line stands: `unmet` fails a check, `none` is a line that promises nothing. */
export type Standing = "aim" | "floor" | "unmet" | "none";

/** Whether more of the unit is better. */
export const moreIsBetter = (unit: Unit): boolean => unit === "times as fast";

/** How a row stands to what was promised. */
export function standingOf({ value, unit, floor, aim }: Pick<Row, "value" | "unit" | "floor" | "aim">): Standing {
  const holds = (limit: number): boolean => (moreIsBetter(unit) ? value >= limit : value <= limit);
  if (floor === undefined) return "none";
  if (!holds(floor)) return "unmet";
  return aim !== undefined && holds(aim) ? "aim" : "floor";
}
