import './check-node.ts';

// Loaded only now, so that an old Node stops at the line above.
const { startServer } = await import('./start-server.ts');

try {
  await startServer();
} catch (error) {
  console.error(`Groundwire did not start: ${reasonOf(error)}`);
  process.exit(1);
}

/** What happened, and why where that is known: the operator is told more than a caller. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return 'its port is in use. Stop the other process, or set PORT.';
  return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}
