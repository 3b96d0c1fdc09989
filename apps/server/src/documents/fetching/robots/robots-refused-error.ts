/** The site does not want robots at this page. No secret: its robots.txt says so to everybody. */
export class RobotsRefusedError extends Error {
  override readonly name = 'RobotsRefusedError';

  constructor(reason: 'rule' | 'unavailable') {
    super(
      reason === 'rule'
        ? 'The site does not allow robots to read this page (robots.txt).'
        : 'The site could not say whether robots may read this page (its robots.txt answers with an error).',
    );
  }
}
