/** A stretch of a block that is not torn. */
export interface Piece {
  start: number;
  end: number;
  /** A good place to end a chunk. */
  endsParagraph?: boolean;
  /** It is part of a table or of code that is cut: the next chunk does not repeat it. */
  isPart?: boolean;
  /** The header of the table whose row it is: a chunk that begins with it begins with that. */
  header?: string;
}
