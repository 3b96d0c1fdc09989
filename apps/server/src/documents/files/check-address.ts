import { Problem } from '../../http/problems/problem.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { UrlFetcher } from '../fetching/url-fetcher.ts';

/** The address as it will be fetched. Throws a Problem, in the same words for every cause, for one that never will. */
export function checkAddress(fetcher: UrlFetcher, url: string, param: string): string {
  try {
    return fetcher.check(url).href;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw new Problem('invalid_request_error', error.message, { param, cause: error });
  }
}
