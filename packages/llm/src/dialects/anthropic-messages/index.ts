import type { Dialect } from '../../types.ts';
import { fromStream } from './from-stream.ts';
import { toError } from './to-error.ts';
import { thinkingForm } from './thinking-form.ts';
import { toRequest } from './to-request.ts';

/** Anthropic's Messages, always streamed. */
export const anthropicMessages: Dialect = { toRequest, thinkingForm, fromStream, toError };
