/** Who is calling. */
export interface Principal {
  subject: string;
  /** Owner of everything the caller creates and sees. */
  tenant: string;
}
