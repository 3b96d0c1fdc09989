export * from './gen/types.gen.ts';
