import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{$ as s}from"./chunk-4HZPNLQC.js";function o({prepare:a,deploy:t},e){if(a.trial===void 0||s(t.preset).noPractice()!==null)return!1;let r=t.migrateOn??t.hosts[0]??"";return e.practice&&e.when!=="after-start"&&(e.hosts??[r]).includes(r)}export{o as a};
