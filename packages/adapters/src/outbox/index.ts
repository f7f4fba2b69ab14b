export { backOff, type BackOffOptions } from './back-off.ts';
export { deadLetters, passOver, sendAgain, type DeadLetter, type LetterChoice, type Letterbox } from './dead-letters.ts';
export { deliver, type DeliverOptions, type DeliverReport } from './deliver.ts';
export type { Delivery, OutboxStore, Send, Sent } from './delivery.ts';
export { verifySignature, type Verified, type VerifyOptions } from './signature.ts';
export { webhook, type WebhookBody, type WebhookOptions } from './webhook.ts';
