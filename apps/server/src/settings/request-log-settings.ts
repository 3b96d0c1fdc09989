import { type Environment, flag, integer } from './read-value.ts';

/** What is kept of the requests to projects. */
export interface RequestLogSettings {
  /** 0: for ever. */
  ttlDays: number;
  /** Also what was said. */
  keepsContent: boolean;
}

export function requestLogSettings(environment: Environment): RequestLogSettings {
  return {
    ttlDays: integer(environment, 'REQUEST_LOG_TTL_DAYS', 30, 0, 36_500),
    keepsContent: flag(environment, 'REQUEST_LOG_CONTENT'),
  };
}
