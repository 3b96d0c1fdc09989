import './check-node.ts';

// Loaded only now, so that an old Node stops at the line above.
const { startServer } = await import('./start-server.ts');

try {
  await startServer();
} catch (error) {
  console.error(`Groundwire did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
