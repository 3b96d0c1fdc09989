type Schema = Record<string, unknown>;
interface Media {
  schema: Schema;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

/** One response, as the contract words it. */
export interface ResponseDescription {
  description: string;
  headers?: Record<string, { description?: string; schema: Schema }>;
  content?: Record<string, Media>;
}

/** One parameter, as the contract words it. */
export interface ParameterDescription {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

/** What Swagger shows of one operation. */
export interface OperationDescription {
  operation: { operationId: string; summary?: string; description?: string; tags?: string[] };
  parameters: ParameterDescription[];
  /** One schema, whatever the media type. */
  body?: { required: boolean } & Media;
  responses: Record<number, ResponseDescription>;
}
