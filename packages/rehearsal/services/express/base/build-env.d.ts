// Written by the build. Do not edit.
declare const version: "v0.0.0";
