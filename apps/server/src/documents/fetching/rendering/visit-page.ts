import { USER_AGENT } from '../user-agent.ts';
import type { DevTools, Parameters } from './chromium/dev-tools.ts';
import { RenderError } from './render-error.ts';

export interface VisitOptions {
  /** Given to our own proxy, and to nobody else. */
  username: string;
  password: string;
  /** Asked before each document that the page becomes, the first one too; what it throws ends the visit. */
  beforeHop: (url: URL) => Promise<void>;
  /** What is there then is taken, if there is anything. */
  settled: AbortSignal;
}

export interface VisitedPage {
  /** Where it was in the end, without fragment. */
  url: string;
  /** Of the reply that it is. */
  status: number;
  html: string;
}

/** A document to open, and the one that led to it. */
interface Step {
  url: string;
  referrer?: string;
}

/** How a step ends. A file that is only for saving leaves no page, and nothing to go on to. */
interface Outcome {
  page?: VisitedPage;
  next?: Step;
}

/** Of all steps together. */
interface Hops {
  count: number;
}

/** The page's own clock: it runs ahead while nothing is under way, and stands still while something is fetched. */
const PAGE_CLOCK_MS = 10_000;
/** A task that starts tasks without end would stop the clock. */
const MAX_STARVED_TASKS = 100_000;
/** Documents that one visit may become: redirects of servers and of scripts. */
const MAX_HOPS = 10;
/** Loaded for the eye and the ear alone. */
const UNSEEN = ['Font', 'Media'];

/** What the events tell, by name. */
interface Frame {
  id: string;
  url: string;
  parentId?: string;
  unreachableUrl?: string;
}
interface Paused {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: { url: string; method: string };
  redirectedRequestId?: string;
  responseStatusCode?: number;
  responseErrorReason?: string;
}

/**
 * Opens a page in a new browser and waits until its scripts have done their work. Throws RenderError, and what
 * `beforeHop` throws.
 */
export async function visitPage(devTools: DevTools, url: string, options: VisitOptions): Promise<VisitedPage> {
  const hops: Hops = { count: 0 };
  let left: VisitedPage | undefined;
  for (let step: Step | undefined = { url }; step !== undefined;) {
    await devTools.openPage();
    const outcome = await new Visit(devTools, options, hops).run(step);
    left = outcome.page ?? left;
    step = outcome.next;
  }
  if (left === undefined) throw new RenderError('navigation', 'nothing to show');
  return left;
}

class Visit {
  readonly #devTools: DevTools;
  readonly #options: VisitOptions;
  readonly #hops: Hops;
  readonly #done = Promise.withResolvers<'settled' | 'left' | 'refused'>();
  #mainFrame = '';
  #status: number | undefined;
  #next: Step | undefined;
  #url = '';
  /** A document that is on its way: the clock of the one before it does not count any more. */
  #isUnderWay = false;

  constructor(devTools: DevTools, options: VisitOptions, hops: Hops) {
    this.#devTools = devTools;
    this.#hops = hops;
    this.#options = options;
    // It may fail before anybody waits for it.
    this.#done.promise.catch(() => undefined);
  }

  async run(step: Step): Promise<Outcome> {
    this.#listen();
    const { userAgent } = await this.#devTools.send('Browser.getVersion');
    const { frameTree } = await this.#devTools.send('Page.getFrameTree');
    this.#mainFrame = (frameTree as { frame: Frame }).frame.id;
    await this.#devTools.send('Page.enable');
    await this.#devTools.send('Fetch.enable', {
      handleAuthRequests: true,
      patterns: [
        ...UNSEEN.map((resourceType) => ({ resourceType })),
        { resourceType: 'Document' },
        { resourceType: 'Document', requestStage: 'Response' },
      ],
    });
    await this.#devTools.send('Emulation.setUserAgentOverride', { userAgent: nameIn(String(userAgent)) });
    const opened = this.#devTools.send('Page.navigate', { ...step });
    opened.then(({ errorText }) => this.#open(errorText), this.#done.reject);
    if ((await this.#done.promise) === 'refused') return {};
    return { page: await this.#read(), ...(this.#next !== undefined && { next: this.#next }) };
  }

  #listen(): void {
    const { settled } = this.#options;
    const on = <Event>(method: string, listen: (event: Event) => void): unknown => this.#devTools.on(method, listen);
    on('failed', this.#done.reject);
    on('Fetch.requestPaused', (paused: Paused) => {
      this.#admit(paused).catch(this.#done.reject);
    });
    on('Fetch.authRequired', (asked: Parameters) => this.#tell('Fetch.continueWithAuth', this.#answerTo(asked)));
    on('Page.frameNavigated', ({ frame }: { frame: Frame }) => this.#arrive(frame));
    on('Page.javascriptDialogOpening', () => this.#tell('Page.handleJavaScriptDialog', { accept: false }));
    on('Emulation.virtualTimeBudgetExpired', () => this.#isUnderWay || this.#done.resolve('settled'));
    on('Inspector.targetCrashed', () => this.#fail('crash'));
    settled.addEventListener('abort', () => {
      if (this.#status === undefined) this.#fail('timeout');
      else this.#done.resolve('settled');
    });
  }

  /** Lets a document come, or its reply; a frame's never, as it is not read. */
  async #admit({ requestId, frameId, resourceType, request, ...reply }: Paused): Promise<void> {
    if (frameId !== this.#mainFrame || UNSEEN.includes(resourceType)) {
      this.#tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    if (reply.responseStatusCode !== undefined || reply.responseErrorReason !== undefined) {
      this.#hear(reply);
    } else {
      // The clock of a page does not run any more once its document is another: each gets a page of its own.
      if (this.#status !== undefined && request.method === 'GET' && reply.redirectedRequestId === undefined) {
        this.#next ??= { url: request.url, referrer: this.#url };
        // Until it is answered, the page cannot be read.
        this.#tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        this.#done.resolve('left');
        return;
      }
      await this.#hop(request.url);
    }
    this.#tell('Fetch.continueRequest', { requestId });
  }

  #open(errorText: unknown): void {
    if (errorText === 'net::ERR_ABORTED') this.#done.resolve('refused');
    else if (errorText !== undefined) this.#fail('navigation', errorText);
  }

  async #hop(to: string): Promise<void> {
    this.#isUnderWay = true;
    if (++this.#hops.count > MAX_HOPS) throw new RenderError('navigation', 'too many hops');
    const url = URL.parse(to);
    if (url === null || !/^https?:$/.test(url.protocol)) throw new RenderError('navigation', 'scheme');
    await this.#options.beforeHop(url);
  }

  #hear({ responseStatusCode: status }: Pick<Paused, 'responseStatusCode'>): void {
    const isRedirect = status !== undefined && status >= 300 && status < 400;
    if (status !== undefined && !isRedirect) this.#status = status;
    // Nothing comes of these: the page stays the one that it is.
    if (status === undefined || status === 204 || status === 205) this.#isUnderWay = false;
  }

  #arrive({ id, url, unreachableUrl }: Frame): void {
    if (id !== this.#mainFrame || url === 'about:blank') return;
    this.#isUnderWay = false;
    this.#url = url;
    if (unreachableUrl !== undefined) return this.#fail('navigation', 'unreachable');
    return this.#tell('Emulation.setVirtualTimePolicy', {
      policy: 'pauseIfNetworkFetchesPending',
      budget: PAGE_CLOCK_MS,
      maxVirtualTimeTaskStarvationCount: MAX_STARVED_TASKS,
    });
  }

  #answerTo({ requestId, authChallenge }: Parameters): Parameters {
    const { username, password } = this.#options;
    const isProxy = (authChallenge as { source?: string }).source === 'Proxy';
    const answer = isProxy ? { response: 'ProvideCredentials', username, password } : { response: 'CancelAuth' };
    return { requestId, authChallengeResponse: answer };
  }

  async #read(): Promise<VisitedPage> {
    const { root } = await this.#devTools.send('DOM.getDocument', { depth: 0 });
    const { outerHTML } = await this.#devTools.send('DOM.getOuterHTML', {
      nodeId: (root as { nodeId: number }).nodeId,
      includeShadowDOM: true,
    });
    const { frameTree } = await this.#devTools.send('Page.getFrameTree');
    const { url } = (frameTree as { frame: Frame }).frame;
    return { url, status: this.#status ?? 0, html: String(outerHTML) };
  }

  /** A command whose answer nobody needs: the request or the page may be gone by now. */
  #tell(method: string, params: Parameters): void {
    this.#devTools.send(method, params).catch(() => undefined);
  }

  #fail(failure: 'navigation' | 'crash' | 'timeout', cause?: unknown): void {
    this.#done.reject(new RenderError(failure, cause));
  }
}

/** The browser's own name, and ours: sites ask for the one to know what it can do, for the other to know who comes. */
function nameIn(userAgent: string): string {
  return `${userAgent.replace('HeadlessChrome', 'Chrome')} (compatible; ${USER_AGENT})`;
}
