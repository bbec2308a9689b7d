import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{i as m}from"./chunk-SH53NLCL.js";import{m as t,p as e}from"./chunk-ZFSQH6XZ.js";function p({comment:o=""}){if(m(o))return Number(o);throw new e({code:"input-no-comment-id",what:t`is not the id of a comment`,where:t`input comment`,mend:t`pass github.event.comment.id`})}export{p as a};
