import{createRequire}from"node:module";const require=createRequire(import.meta.url);
function n(u){return t(u.replaceAll(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g,`
`)).split(`
`).map(r).join(`
`)}function e(u){return n(u.replaceAll(/\s+/g," ")).trim()}function t(u){return u.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu,"")}function r(u){return u.replace(/^(\s*):(?=\s*:)/u,"$1˸").replaceAll(/##(?=\s*(?:vso\s*)?\[)/giu,"# #")}export{n as a,e as b};
