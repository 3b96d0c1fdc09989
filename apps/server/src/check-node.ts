// Imported first: without it an old Node fails later with a message that misleads.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Groundwire runs on Node 22.18 or newer and found ${process.versions.node}: start it with "npm start", which uses the Node 24 of this workspace.`,
  );
  process.exit(1);
}
