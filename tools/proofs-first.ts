import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The file whose tests wait for Dafny, which checks all proofs: they take longer than all the others together. */
const proofs = "/packages/model/test/verification.test.ts";

/** Starts with the proofs, so that the other tests run beside them instead of before. */
export class ProofsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isProof = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(proofs);
    return [...sorted.filter(isProof), ...sorted.filter((file) => !isProof(file))];
  }
}
