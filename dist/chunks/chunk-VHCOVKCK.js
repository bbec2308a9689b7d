import{createRequire}from"node:module";const require=createRequire(import.meta.url);
var e="golive-begun",t="golive-ended";export{e as a,t as b};
