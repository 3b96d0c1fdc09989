import type { Dialect } from '../../types.ts';
import { fromResponse } from './from-response.ts';
import { fromStream } from './from-stream.ts';
import { toError } from './to-error.ts';
import { toRequest } from './to-request.ts';

/** OpenAI's Chat Completions, as OpenAI and everybody who is compatible with it speak it. */
export const openAiChat: Dialect = { toRequest, fromResponse, fromStream, toError };
