import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { isPublicOperation, Operation, operationOf } from './operation.ts';

class Controller {
  @Operation('addText')
  addText(this: void) {
    return 'added';
  }

  @Operation('getLiveness')
  live(this: void) {
    return 'alive';
  }

  plain(this: void) {
    return 'plain';
  }
}

const { addText, live, plain } = Controller.prototype;

describe('Operation', () => {
  it('takes verb, path and success status from the contract', () => {
    expect(Reflect.getMetadata(METHOD_METADATA, addText)).toBe(RequestMethod.POST);
    expect(Reflect.getMetadata(PATH_METADATA, addText)).toBe('/v2/aiproducts/askyoda/v2/:project_id/add_text/');
    expect(Reflect.getMetadata(HTTP_CODE_METADATA, addText)).toBe(201);
  });

  it('opens only what the contract opens, and never a method without an operation', () => {
    expect([addText, live, plain].map((handler) => isPublicOperation(handler))).toEqual([false, true, false]);
  });

  it('leaves the operation to be read', () => {
    expect([addText, live, plain].map((handler) => operationOf(handler))).toEqual([
      'addText',
      'getLiveness',
      undefined,
    ]);
  });
});
