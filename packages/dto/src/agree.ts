/** Whether two types accept the same values and have the same named keys. */
export type Agree<First, Second> = Same<First, Second> extends true ? Same<NamedKeys<First>, NamedKeys<Second>> : false;

/** Compiles only for a claim that is true. */
export type Expect<Claim extends true> = Claim;

/** A body as it is read: in place of a file stands its name. */
export type Received<Body> = {
  [Key in keyof Body]: Extract<Body[Key], Blob> extends never ? Body[Key] : Exclude<Body[Key], Blob> | string;
};

/** Each can stand for the other. */
type Same<First, Second> = [First, Second] extends [Second, First] ? true : false;

/** The named keys of a type, without its index signature. */
type NamedKeys<Type> = keyof { [Key in keyof Type as string extends Key ? never : Key]: Type[Key] };
