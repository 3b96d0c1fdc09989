// Preloaded into each process that the bench starts: tells what it has used, and ends with the bench.
process.on('message', (message) => {
  if (message !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit());
process.channel?.unref();
