include "PolicyIndex.dfy"
include "Conformance.dfy"
include "Validator.dfy"
include "Declarations.dfy"
include "RequestValidation.dfy"
include "Levels.dfy"
include "Slices.dfy"
include "PartialAuthorizer.dfy"
include "Loading.dfy"
// All definitions, for compiling them together.
module Model { }
