import{createRequire}from"node:module";const require=createRequire(import.meta.url);
var t={token:{required:!0},plan:{required:!0},"ssh-key":{},"notice-keys":{}},n={...t,launch:{required:!0}};function r(e){return e.ended?.outcome??""}export{t as a,n as b,r as c};
