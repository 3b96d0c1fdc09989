/** A request whose answer comes whole. */
export type Whole<Request> = Request & { stream?: false };

/** A request whose answer is streamed; `stream` need not be given. */
export type Streamed<Request> = Omit<Request, 'stream'> & { stream?: true };
