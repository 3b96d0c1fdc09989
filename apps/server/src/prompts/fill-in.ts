const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}|\{([\w.-]+)\}/g;

/** A text with `{name}` and `{{name}}` replaced by their values; those without a value stay, and values are not read again. */
export function fillIn(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(VARIABLE, (variable, doubled?: string, single?: string) => {
    const name = doubled ?? single ?? '';
    if (!Object.hasOwn(values, name)) return variable;
    const value = values[name];
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}
