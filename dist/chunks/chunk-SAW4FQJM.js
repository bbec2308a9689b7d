import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{m as u,p as c}from"./chunk-ZFSQH6XZ.js";var h=`query ($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    ... on Comment {
      body
      createdAt
      lastEditedAt
      includesCreatedEdit
      author { __typename login }
      userContentEdits(first: 100, after: $after) {
        nodes { editedAt editor { __typename login } deletedAt deletedBy { __typename login } diff }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,f=100;async function w(e,t){let s=new Map;for(let n=0;n<t.length;n+=f){let r=t.slice(n,n+f),{nodes:l}=await m(e,r,null);for(let[i,a]of r.entries()){let o=l[i]??null;s.set(a,o===null?null:A(o,await N(e,a,o)))}}return s}async function E(e,t){return(await w(e,[t])).get(t)??null}async function G(e){let{octokit:t,owner:s,repo:n}=e,{data:r}=await t.rest.issues.listForRepo({owner:s,repo:n,state:"all",per_page:1}),[l]=r;if(l===void 0)return null;let i=await E(e,l.node_id);return i===null?null:i.edits!==null}function g(){return new c({code:"edits-unreadable",what:u`GitHub does not tell this token who edited a comment, so nothing that people write can be relied on`,where:"permissions",mend:u`give the job \`issues: write\`, and pass it the run's own token; \
a token of a person or an app needs to read issues by GraphQL (userContentEdits)`})}async function m({octokit:e},t,s){try{return await e.graphql(h,{ids:t,after:s})}catch(n){let{errors:r=[],data:l}=n,i=r.length>0&&r.every(({type:o=""})=>o==="NOT_FOUND"||b.includes(o)),a=r.some(p)||/not accessible by/.test(n.message);if(!i||!l?.nodes)throw a?g():n;if(r.some(o=>p(o)&&(o.path?.length??0)<3))throw g();return l}}var b=["FORBIDDEN","INSUFFICIENT_SCOPES"];function p({type:e=""}){return b.includes(e)}async function N(e,t,s){let n=[];for(let r=s;r!==null;){if(r.userContentEdits===null)return null;let{nodes:l,pageInfo:i}=r.userContentEdits;if(n.push(...l),!i.hasNextPage)break;r=(await m(e,[t],i.endCursor)).nodes[0]??null}return n}function A(e,t){let{body:s,createdAt:n}=e;return t===null?{body:s,edits:null,versions:[{at:n,by:null,body:s}]}:{body:s,edits:C(e,t),versions:_(e,t)}}function C({author:e,includesCreatedEdit:t,lastEditedAt:s},n){let r=t?n.at(-1):void 0,l=n.filter(o=>o!==r||o.editor!==null&&o.editor.login!==e?.login).map(({editedAt:o,editor:d})=>({at:o,by:y(d)})),i=n.flatMap(({deletedAt:o,deletedBy:d})=>o===null?[]:[{at:o,by:y(d)}]),a=n.length===0&&s!==null?[{at:s,by:null}]:[];return[...l,...i,...a].toSorted((o,d)=>Date.parse(o.at)-Date.parse(d.at))}function _({body:e,createdAt:t},s){if(s.length===0)return[{at:t,by:null,body:e}];let n=[],r=!1;for(let{editedAt:l,editor:i,diff:a}of s.toReversed())a!==null&&n.push({at:l,by:r?null:y(i),body:a}),r=a===null;return r?[...n,{at:s[0]?.editedAt??t,by:null,body:e}]:n}function y(e){return e?.__typename==="User"?e.login:null}export{w as a,E as b,G as c,g as d};
