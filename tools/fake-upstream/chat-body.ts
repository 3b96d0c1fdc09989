/** The body of a chat completion, as far as this server looks at it. */
export interface ChatBody extends Record<string, unknown> {
  model: string;
  messages: ({ role: string; content?: unknown; tool_calls?: unknown } & Record<string, unknown>)[];
  n?: number;
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: ({ type: string; function: { name: string } } & Record<string, unknown>)[];
}
