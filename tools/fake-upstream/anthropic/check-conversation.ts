import type { Block, Fault, MessagesBody } from './messages-body.ts';

type Message = MessagesBody['messages'][number];

const USER_BLOCKS = ['text', 'image', 'document', 'tool_result'];
/** By type; `cache_control` may stand in each. From the types of @anthropic-ai/sdk 1.12.0. */
const BLOCK_FIELDS: Readonly<Record<string, readonly string[]>> = {
  text: ['type', 'text', 'cache_control', 'citations'],
  image: ['type', 'source', 'cache_control'],
  document: ['type', 'source', 'cache_control', 'citations', 'context', 'title'],
  tool_result: ['type', 'tool_use_id', 'content', 'is_error', 'cache_control'],
  tool_use: ['type', 'id', 'name', 'input', 'cache_control', 'caller', 'toolset_name'],
  thinking: ['type', 'thinking', 'signature'],
  redacted_thinking: ['type', 'data'],
};
const ID = /^[a-zA-Z0-9_-]+$/;
const IMAGE_TYPES: readonly unknown[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const ASSISTANT_BLOCKS = ['text', 'thinking', 'redacted_thinking', 'tool_use'];

/** What Anthropic finds wrong with the turns: their order, their blocks, calls and results that do not match. */
export function conversationFault(messages: MessagesBody['messages'] | undefined): Fault {
  if (!Array.isArray(messages) || messages.length === 0) return 'messages: at least one message is required';
  if (messages[0]?.role !== 'user') return 'messages: first message must use the "user" role';
  return messages
    .map(
      (message, index) =>
        messageFault(message, `messages.${index}`) ?? resultFault(message, messages[index - 1], index),
    )
    .find((fault) => fault !== undefined);
}

function messageFault(message: Message, place: string): Fault {
  const { role, content } = message;
  const unknown = Object.keys(message).find((field) => field !== 'role' && field !== 'content');
  if (unknown !== undefined) return `${place}.${unknown}: Extra inputs are not permitted`;
  if (role !== 'user' && role !== 'assistant') return `${place}.role: Input should be 'user' or 'assistant'`;
  const blocks = blocksOf(content);
  if (blocks.length === 0) return `${place}: all messages must have non-empty content`;
  const known = role === 'user' ? USER_BLOCKS : ASSISTANT_BLOCKS;
  const firstOther = blocks.findIndex(({ type }) => type !== 'tool_result');
  for (const [index, block] of blocks.entries()) {
    if (!known.includes(block.type)) return `${place}.content.${index}: Input tag '${block.type}' is not allowed`;
    if (block.type === 'tool_result' && firstOther !== -1 && index > firstOther) {
      return `${place}: tool_result blocks must come before other content`;
    }
    const fault = blockFault(block);
    if (fault !== undefined) return `${place}.content.${index}.${fault}`;
  }
  return undefined;
}

function blockFault(block: Block): Fault {
  const { type } = block;
  const unknown = Object.keys(block).find((field) => BLOCK_FIELDS[type]?.includes(field) === false);
  if (unknown !== undefined) return `${type}.${unknown}: Extra inputs are not permitted`;
  return BLOCK_FAULTS[type]?.(block);
}

const BLOCK_FAULTS: Readonly<Record<string, (block: Block) => Fault>> = {
  text: ({ text }) =>
    typeof text !== 'string' || text.trim() === '' ? 'text: text content blocks must be non-empty' : undefined,
  image: ({ source }) =>
    isImageSource(source) ? undefined : "image.source: Input should be 'image/jpeg', 'image/png', …",
  document: ({ source }) => (isSource(source) ? undefined : 'document.source: Field required'),
  tool_result: ({ tool_use_id: id }) => idFault(id, 'tool_result.tool_use_id'),
  tool_use: ({ id, input }) =>
    typeof input !== 'object' || input === null ? 'tool_use.input: must be an object' : idFault(id, 'tool_use.id'),
  thinking: ({ signature }) => (typeof signature === 'string' ? undefined : 'thinking.signature: Field required'),
  redacted_thinking: ({ data }) => (typeof data === 'string' ? undefined : 'redacted_thinking.data: Field required'),
};

function idFault(id: unknown, place: string): Fault {
  return typeof id === 'string' && ID.test(id) ? undefined : `${place}: String should match pattern '${ID.source}'`;
}

function isSource(source: unknown): boolean {
  const { type, data, media_type: mediaType, url } = (source ?? {}) as Record<string, unknown>;
  return type === 'base64' ? typeof data === 'string' && typeof mediaType === 'string' : typeof url === 'string';
}

function isImageSource(source: unknown): boolean {
  const { type, media_type: mediaType, url } = (source ?? {}) as Record<string, unknown>;
  return type === 'base64' ? IMAGE_TYPES.includes(mediaType) : typeof url === 'string' && url.startsWith('https://');
}

/** Each call must be answered in the next turn, and each result must answer a call of the one before. */
function resultFault(message: Message, before: Message | undefined, index: number): Fault {
  const results = idsOf(message, 'tool_result', 'tool_use_id');
  const calls = before === undefined ? [] : idsOf(before, 'tool_use', 'id');
  if (calls.some((id) => !results.includes(id))) {
    return `messages.${index - 1}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after`;
  }
  if (results.some((id) => !calls.includes(id))) {
    return `messages.${index}: unexpected \`tool_use_id\` found in \`tool_result\` blocks`;
  }
  return undefined;
}

function idsOf({ content }: Message, type: string, field: string): unknown[] {
  return blocksOf(content)
    .filter((block) => block.type === type)
    .map((block) => block[field]);
}

function blocksOf(content: Message['content']): Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}
