export const HAND_WRITTEN_INFERENCE = `
E | A man is here. | Someone is here.`;
