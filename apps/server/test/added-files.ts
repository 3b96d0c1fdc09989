import type { AcceptedFile, AiProductFile, ChatCompletion, QueryResult } from '@groundwire/client';
import { ASK_YODA, signToken, type TestServer } from './harness.ts';

/** alice's files in projects of hers, as she sees them. */
export interface AddedFiles {
  /** A call of add_url that succeeds. */
  addUrls(project: string, body: object): Promise<AcceptedFile[]>;
  /** A call of add_file with a form that succeeds. */
  upload(project: string, content: string | Buffer, name: string): Promise<AcceptedFile>;
  /** The file, once it is read or has failed. */
  ended(project: string, fileId: string): Promise<AiProductFile>;
  /** add_url with one address, to its end. */
  read(project: string, url: string, more?: object): Promise<AiProductFile>;
  /** The passages that are found. */
  find(project: string, query: string): Promise<QueryResult['result']>;
  /** What is answered from the project. */
  ask(project: string, question: string): Promise<ChatCompletion>;
}

export function addedFiles(server: TestServer): AddedFiles {
  const call = async <Body>(status: number, method: string, path: string, body?: object): Promise<Body> => {
    const response = await server.request('alice', method, `${ASK_YODA}/${path}`, body);
    if (response.status !== status) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  };
  const addUrls: AddedFiles['addUrls'] = async (project, body) =>
    (await call<{ files: AcceptedFile[] }>(201, 'POST', `${project}/add_url/`, body)).files;
  const ended: AddedFiles['ended'] = async (project, fileId) => {
    for (;;) {
      const file = await call<AiProductFile>(200, 'GET', `${project}/files/${fileId}/`);
      if (file.status !== 'processing') return file;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const upload: AddedFiles['upload'] = async (project, content, name) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    const headers = { authorization: `Bearer ${await signToken({ sub: 'alice' })}` };
    const path = `${server.url}${ASK_YODA}/${project}/add_file/`;
    const response = await fetch(path, { method: 'POST', body: form, headers });
    if (response.status !== 201) throw new Error(`add_file answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as AcceptedFile;
  };
  return {
    addUrls,
    upload,
    ended,
    read: async (project, url, more = {}) => {
      const [file] = await addUrls(project, { urls: [url], ...more });
      return ended(project, file!.file_id);
    },
    find: async (project, query) => (await call<QueryResult>(200, 'POST', `${project}/query/`, { query })).result,
    ask: (project, question) =>
      call<ChatCompletion>(200, 'POST', `${project}/generate/`, {
        model: 'local/extractive',
        messages: [{ role: 'user', content: question }],
      }),
  };
}
