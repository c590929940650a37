/** Names longer than this (in code points) are never compared, so that hostile names cost no quadratic work. */
export const longestComparedName: number = 512;

/**
 * The candidate that is spelled most like a name: the one at the smallest Levenshtein distance over code points, the
 * first of equals, as Cedar's reference implementation chooses its "did you mean" hints.
 *
 * @param name what was written; for an empty one, or one over {@link longestComparedName}, there is no answer
 * @param candidates what could have been meant; longer ones than {@link longestComparedName} are passed over
 * @param maxDistance a farther candidate is no answer; without it any is
 * @returns `undefined` when no candidate qualifies
 */
export function nearestName(
  name: string,
  candidates: Iterable<string>,
  maxDistance: number = Infinity,
): string | undefined {
  const wanted = codePoints(name);
  if (wanted === undefined || wanted.length === 0) return undefined;
  let nearest: string | undefined;
  let limit = maxDistance;
  for (const candidate of candidates) {
    const points = codePoints(candidate);
    if (points === undefined) continue;
    const distance = levenshtein(wanted, points, limit);
    if (distance === undefined) continue;
    nearest = candidate;
    if (distance === 0) break;
    limit = distance - 1;
  }
  return nearest;
}

/** The code points of a text, or `undefined` when it is too long to compare. */
function codePoints(text: string): readonly number[] | undefined {
  if (text.length > 2 * longestComparedName) return undefined;
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.length > longestComparedName ? undefined : points;
}

/** The edit distance, or `undefined` when it is above `limit`. */
function levenshtein(from: readonly number[], to: readonly number[], limit: number): number | undefined {
  if (Math.abs(from.length - to.length) > limit) return undefined;
  const row = Array.from({ length: from.length + 1 }, (_, index) => index);
  for (const [toIndex, wanted] of to.entries()) {
    let diagonal = toIndex;
    let left = toIndex + 1;
    let smallest = left;
    row[0] = left;
    for (const [fromIndex, point] of from.entries()) {
      const above = row[fromIndex + 1] ?? 0;
      left = point === wanted ? diagonal : 1 + Math.min(left, above, diagonal);
      row[fromIndex + 1] = left;
      diagonal = above;
      if (left < smallest) smallest = left;
    }
    if (smallest > limit) return undefined;
  }
  const distance = row[from.length] ?? 0;
  return distance > limit ? undefined : distance;
}
