import type { Dialect } from '../../types.ts';
import { fromResponse } from './from-response.ts';
import { fromStream } from './from-stream.ts';
import { toError } from './to-error.ts';
import { thinkingForm } from './thinking-form.ts';
import { toRequest } from './to-request.ts';

/** OpenAI's Chat Completions, as OpenAI and everybody who is compatible with it speak it. */
export const openAiChat: Dialect = { toRequest, thinkingForm, fromResponse, fromStream, toError };
