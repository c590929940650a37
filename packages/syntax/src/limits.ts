/**
 * How deep brackets and `if` may stand inside each other in one expression; the expression itself is the first level.
 * Longer chains (`a && b && …`, `a.b.c…`) are not nesting and have no limit.
 */
export const maxNesting = 200;
