import type { Migration } from '../migration.ts';

/** Keeps the number for the branch that brings files: take that branch's file whole. */
export const migration: Migration = { id: 2, name: 'files', sql: 'select' };
