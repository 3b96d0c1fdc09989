import type { ModelRules } from '../policy.ts';
import { describeOwnForms } from './describe-forms.ts';
import { describeParameter } from './describe-parameter.ts';
import { namesInRules } from './names-in.ts';

/** The rules for some models in one line: the pattern of their names, and what is different. */
export function describeRules(rules: ModelRules): string {
  const { pattern, ...different } = rules;
  const parameters = namesInRules(different).map((name) => `\`${name}\` ${describeParameter(different, name)}`);
  return `\`${pattern.source}\`: ${[...parameters, ...describeOwnForms(different)].join('; ')}`;
}
