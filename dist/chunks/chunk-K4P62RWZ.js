import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{k as t,m}from"./chunk-VN5NCQE3.js";function i(r,o){return[...t(r,o),...m(r,o)]}export{i as a};
