/** A message as it is sent: OpenAI's. */
export type WireMessage = Record<string, unknown> & { role: string };
