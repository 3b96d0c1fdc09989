const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Groundwire runs on Node 22.18 or newer and found ${process.versions.node}. On Linux and Windows "npm ci" brings Node 24 with it: ` +
      'start commands with "npm run …" or "npx …" (and do not leave optional dependencies out); on macOS install a newer Node.',
  );
  process.exit(1);
}
