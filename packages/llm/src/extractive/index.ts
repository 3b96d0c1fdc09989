export { answerExtractively } from './answer-extractively.ts';
export { EXTRACTIVE_PROVIDER, extractiveAdjustments } from './extractive-adjustments.ts';
