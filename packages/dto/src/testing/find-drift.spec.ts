import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { parse } from 'yaml';
import { Operation, type OperationId } from '../operation.ts';
import { OPERATIONS } from '../gen/operations.gen.ts';
import { findDrift } from './find-drift.ts';

const contract = parse(readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8')) as object;

interface RawOperation {
  description: string;
  security?: object[];
  responses: Record<string, object>;
}

interface RawField {
  type: string;
  maximum?: number;
  enum?: string[];
  examples?: unknown[];
}

/** As much of a document as these tests change. */
interface Fragment {
  paths: Record<string, { get?: RawOperation; post?: RawOperation }>;
  components: { schemas: Record<string, { required: string[]; properties: Record<string, RawField> }> };
}

/** What Nest describes of an app with one empty method for each operation. */
const describeStubs = async () => {
  const controller = makeClass();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const descriptor = { value: () => undefined, writable: true, configurable: true };
    Operation(id)(controller.prototype, id, descriptor);
    Object.defineProperty(controller.prototype, id, descriptor);
  }
  Controller()(controller);
  const module = makeClass();
  Module({ controllers: [controller] })(module);
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  await app.close();
  return document;
};

const makeClass = () => class {};

describe('findDrift', () => {
  let described: object;
  beforeAll(async () => {
    described = await describeStubs();
  });

  it('finds nothing between openapi.yaml and what the generated decorators describe', () => {
    expect(findDrift(contract, described)).toEqual([]);
  });

  it.each<[string, (document: Fragment) => void]>([
    ['a path', ({ paths }) => (paths['/v1/more'] = paths['/v1/models']!)],
    ['a verb', ({ paths }) => (paths['/v1/models'] = { post: paths['/v1/models']!.get! })],
    ['a description', ({ paths }) => (paths['/v1/models']!.get!.description = 'Other words.')],
    ['an open door', ({ paths }) => (paths['/v1/models']!.get!.security = [])],
    ['a response', ({ paths }) => delete paths['/v1/models']!.get!.responses['401']],
    ['a bound', ({ components }) => (components.schemas.ModelParameters!.properties.top_logprobs!.maximum = 19)],
    ['an enum', ({ components }) => components.schemas.Thinking!.properties.type!.enum!.push('adaptive')],
    ['a required field', ({ components }) => components.schemas.Thinking!.required.pop()],
    ['a field', ({ components }) => (components.schemas.Source!.properties.more = { type: 'string' })],
    ['an example', ({ components }) => (components.schemas.AskLlmRequest!.properties.k!.examples = [4])],
  ])('finds %s that differs', (_what, change) => {
    const changed = structuredClone(contract) as Fragment;
    change(changed);
    expect(findDrift(changed, described)).not.toEqual([]);
  });
});
