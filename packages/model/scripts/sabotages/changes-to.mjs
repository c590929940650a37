/**
 * A wrong change to the definitions: in `file`, put `put` for `find`, which stands there once. `lemma`, in the file
 * `proof`, is where it is noticed.
 *
 * @typedef {{ readonly name: string; readonly file: string; readonly find: string; readonly put: string;
 *   readonly proof: string; readonly lemma: string }} Sabotage
 */

/**
 * Changes to one file that one file of proofs must reject, each as its name, what to find, what to put, and the lemma.
 *
 * @returns {readonly Sabotage[]}
 */
export function changesTo(file, proof, changes) {
  return changes.map(([name, find, put, lemma]) => ({ name, file, find, put, proof, lemma }));
}
