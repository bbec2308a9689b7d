import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a,b,c}from"./chunk-NMEFMJXI.js";import"./chunk-LUX67UST.js";import"./chunk-UKCZ64FW.js";import"./chunk-WF7TRW3D.js";import"./chunk-VN5NCQE3.js";import"./chunk-NHWIAOBQ.js";import"./chunk-ASVCTD4D.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";export{c as action,a as askedInputs,b as askedOf};
