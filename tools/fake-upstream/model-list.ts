const NAMES = ['gpt-4o-mini', 'echo', 'stream-200', 'tool-call'];

/** What `GET /models` answers. */
export const MODEL_LIST = {
  object: 'list',
  data: NAMES.map((id) => ({ id, object: 'model', created: 1_735_689_600, owned_by: 'fake-upstream' })),
};
