import type { RequestList, RequestRecord, UsageReport } from '@groundwire/client';
import { ASK_YODA, type TestServer } from '../harness.ts';

export const QUESTION = 'When is the xylophone room open?';
export const DOCUMENT = 'The xylophone room is open from 9 to 17, and on Sundays from 10 to 14.';
export const messages = [{ role: 'user', content: QUESTION }];

/** A new project of alice's: what she asks of it, and what is recorded of that. */
export class LoggedProject {
  private constructor(
    private readonly server: TestServer,
    readonly id: string,
  ) {}

  static async create(server: TestServer): Promise<LoggedProject> {
    return new LoggedProject(server, await server.createProject('alice', [DOCUMENT]));
  }

  /** Below the project. */
  get(path: string): Promise<Response> {
    return this.server.request('alice', 'GET', `${ASK_YODA}/${this.id}/${path}`);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
    return this.server.request('alice', 'POST', `${ASK_YODA}/${this.id}/${path}`, body, headers, signal);
  }

  generate(body: object, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    return this.post('generate/', { model: 'openai/echo', messages, ...body }, headers, signal);
  }

  async list(query = ''): Promise<RequestList> {
    return this.#read<RequestList>(`requests/${query}`);
  }

  async latest(): Promise<RequestRecord> {
    const [request] = (await this.list()).requests;
    if (request === undefined) throw new Error('Nothing is recorded.');
    return request;
  }

  async usage(query = ''): Promise<UsageReport> {
    return this.#read<UsageReport>(`usage/${query}`);
  }

  async #read<Body>(path: string): Promise<Body> {
    const response = await this.get(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  }
}
