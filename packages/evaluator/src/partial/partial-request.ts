import type { EntityUid, RecordValue } from "@deodar/core";
import type { Residual } from "./residual.ts";

/**
 * A request of which not everything is known. What is left out is unknown: it goes by the names `principal`, `action`,
 * `resource` and `context`. The context may also be a record with unknown parts: see `partialRecord`.
 */
export interface PartialRequest {
  readonly principal?: EntityUid | undefined;
  readonly action?: EntityUid | undefined;
  readonly resource?: EntityUid | undefined;
  readonly context?: RecordValue | Residual | undefined;
}
