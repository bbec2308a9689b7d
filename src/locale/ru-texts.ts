export const ruTexts: Readonly<Record<string, string>> = {};
