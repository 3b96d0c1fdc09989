export { type BodyName, type BodyOf, checkBody, unknownFields } from './check-body.ts';
export { checkParameters, type GivenParameters, type ParametersOf } from './check-parameters.ts';
export type { CheckResult, Fault } from './fault.ts';
export * from './gen/names.gen.ts';
export { OPERATIONS } from './gen/operations.gen.ts';
export * from './gen/parameters.gen.ts';
export * from './gen/schemas.gen.ts';
export {
  bodyTypesOf,
  isPublicOperation,
  opensBySignedLink,
  Operation,
  type OperationId,
  operationOf,
} from './operation.ts';
