/** What a project's bot is told before each chat. */
export interface BotPrompt {
  name: string;
  /** What `ask_llm` asks when a request names no model. */
  model: string;
  text: string;
  /** The values of the variables in `text`. */
  params: Record<string, unknown>;
  systemPrompt: string | null;
  fileUrls: string[];
}
