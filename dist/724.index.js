export const id = 724;
export const ids = [724];
export const modules = {

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1986);
/* harmony import */ var _stages_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);




const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["directory", "manifest"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        await (0,_stages_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .backup */ .R)(launch);
        return { outputs: { directory: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .backupDirectory */ .iV)(launch), manifest: (0,_stages_backup_record_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestHash */ .wj)(launch) } };
    }),
};


/***/ })

};
