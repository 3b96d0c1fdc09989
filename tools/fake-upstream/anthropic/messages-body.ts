/** The body of a Messages request, as far as this server looks at it. */
export interface MessagesBody extends Record<string, unknown> {
  model: string;
  messages: { role: string; content: string | Block[] }[];
  max_tokens?: number;
  stream?: boolean;
  thinking?: { type: string; budget_tokens?: number };
  tools?: { type?: string; name?: string; input_schema?: { type?: string } }[];
  tool_choice?: { type: string; name?: string };
  stop_sequences?: string[];
  metadata?: { user_id?: string };
  output_config?: { effort?: string; format?: { type: string; schema?: unknown } };
}

export interface Block extends Record<string, unknown> {
  type: string;
}

/** The words after `invalid_request_error`, as Anthropic writes them: the place, a colon, what is wrong. */
export type Fault = string | undefined;
