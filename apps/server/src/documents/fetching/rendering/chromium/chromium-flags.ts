/** What a browser is started with. */
export interface ChromiumOptions {
  profile: string;
  proxyUrl: string;
  hasSandbox: boolean;
}

/** What calls home, or could open what no page of ours needs. All of it would end at the proxy; it is not even tried. */
const OFF = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-remote-fonts',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Prerender2,Translate,WebBluetooth,WebUSB',
  '--blink-settings=imagesEnabled=false',
];

/** The wall: every request leaves by our proxy, loopback too; no name is looked up; no datagram is sent. */
function wall(proxyUrl: string): string[] {
  return [
    `--proxy-server=${proxyUrl}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--disable-quic',
    // The first was renamed to the second; a browser knows one of them.
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ];
}

/** The command line, for a browser that is spoken to through a pipe. */
export function chromiumFlags({ profile, proxyUrl, hasSandbox }: ChromiumOptions): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // Containers have 64 MB there.
    '--disable-dev-shm-usage',
    '--block-new-web-contents',
    ...wall(proxyUrl),
    ...OFF,
    ...(hasSandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ];
}
