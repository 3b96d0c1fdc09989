import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from './bodies/uploaded-file.ts';

/** A request whose form the ContractInterceptor has read. */
export type UploadingRequest = FastifyRequest & { upload?: UploadedFile };

/** The file that came with the request; undefined when none did. It is closed when the handler has answered. */
export const Upload = createParamDecorator(
  (_data: unknown, context: ExecutionContext): UploadedFile | undefined =>
    context.switchToHttp().getRequest<UploadingRequest>().upload,
);
