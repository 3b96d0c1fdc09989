import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiSecurity,
} from '@nestjs/swagger';
import { DESCRIPTIONS } from './gen/descriptions.gen.ts';
import { OPERATIONS } from './gen/operations.gen.ts';
import * as schemas from './gen/schemas.gen.ts';
import type { OperationDescription, ParameterDescription } from './operation-description.ts';

export type OperationId = keyof typeof OPERATIONS;

const OPERATION = 'groundwire:operation';
const VERBS = { get: Get, put: Put, post: Post, patch: Patch, delete: Delete };
const PLACES = { path: ApiParam, query: ApiQuery, header: ApiHeader };

/**
 * Makes a controller method the one that carries out an operation of the contract: verb, path, success status,
 * documentation, and whether it is open to callers without a token, all come from there.
 */
export function Operation(id: OperationId): MethodDecorator {
  const { method, path, successStatus } = OPERATIONS[id];
  return applyDecorators(
    VERBS[method](path),
    HttpCode(successStatus),
    SetMetadata(OPERATION, id),
    ...describe(DESCRIPTIONS[id], OPERATIONS[id]),
  );
}

/** Which operation a controller method carries out; undefined for a method without `@Operation`. */
export function operationOf(handler: object): OperationId | undefined {
  return Reflect.getMetadata(OPERATION, handler) as OperationId | undefined;
}

/** Whether the contract opens a controller method to callers without a token. A method without `@Operation` is closed. */
export function isPublicOperation(handler: object): boolean {
  const id = operationOf(handler);
  return id !== undefined && !OPERATIONS[id].secured;
}

/** The media types in which an operation takes its body; none when it takes no body. */
export function bodyTypesOf(id: OperationId): readonly string[] {
  return bodyTypes(OPERATIONS[id]);
}

function bodyTypes(route: Route): readonly string[] {
  return 'bodyTypes' in route ? route.bodyTypes : [];
}

/** Whether the contract lets a signed link stand in for the token. */
export function opensBySignedLink(handler: object): boolean {
  const id = operationOf(handler);
  return id !== undefined && 'signedLink' in OPERATIONS[id];
}

type Route = (typeof OPERATIONS)[OperationId];

function describe({ operation, parameters, body, responses }: OperationDescription, route: Route) {
  return [
    ApiOperation(operation),
    ApiExtraModels(...Object.values(schemas)),
    ...(route.secured ? [ApiBearerAuth('bearer')] : []),
    ...('signedLink' in route ? [ApiSecurity('signedLink')] : []),
    ...parameters.map(describeParameter),
    ...(body ? [ApiBody(body), ApiConsumes(...bodyTypes(route))] : []),
    ...Object.entries(responses).map(([status, response]) => ApiResponse({ status: Number(status), ...response })),
  ];
}

function describeParameter({ in: place, ...parameter }: ParameterDescription) {
  return PLACES[place](parameter);
}
