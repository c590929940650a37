/** The name by which instrumented code finds the array where it notes that a branch was taken. */
export const hitsName = "deodarHits";
