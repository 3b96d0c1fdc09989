// Stops an old Node with one sentence. Imports nothing and uses nothing new: it must run where all else would not.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Groundwire needs Node 22.18 or newer and this is ${process.versions.node}: on Linux and Windows "npm ci" brings ` +
      'Node 24 for everything that is started with "npm run", elsewhere install a newer Node first.',
  );
  process.exit(1);
}
