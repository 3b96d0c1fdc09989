import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Where Nest injects the logger. */
export const LOGGER = Symbol('logger');

/** JSON lines, on stdout unless told otherwise. Bodies and headers are never logged; an error is logged without what it may carry of them. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFacts, req: () => undefined },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function errorFacts(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error);
}

/** Nest's own messages in the same log; its chatter about routes stays out. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => logger.warn(String(message)),
    error: (message: unknown) => logger.error(message instanceof Error ? { err: message } : {}, String(message)),
  };
}
