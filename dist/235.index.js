export const id = 235;
export const ids = [235];
export const modules = {

/***/ 1235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _stages_day_before_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9742);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9468);
/* harmony import */ var _with_launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1844);



const action = {
    inputs: _action_js__WEBPACK_IMPORTED_MODULE_1__/* .approved */ .CJ,
    outputs: ["forecast-seconds", "rollback-seconds"],
    run: (context, inputs) => (0,_with_launch_js__WEBPACK_IMPORTED_MODULE_2__/* .withLaunch */ .Q)(context, inputs, async (launch) => {
        const forecast = await (0,_stages_day_before_js__WEBPACK_IMPORTED_MODULE_0__/* .dayBefore */ .gk)(launch);
        if (forecast === null)
            return {};
        const rows = forecast.steps.map(({ id, seconds, spread, source }) => `| ${id} | ${seconds.toFixed(1)} | ${(seconds + spread).toFixed(1)} | ${source} |`);
        return {
            outputs: { "forecast-seconds": forecast.launch.seconds.toFixed(1), "rollback-seconds": forecast.rollback.seconds.toFixed(1) },
            summary: `## Forecast\n\n${(0,_stages_day_before_js__WEBPACK_IMPORTED_MODULE_0__/* .forecastText */ .xn)(launch, forecast)}\n\n| step | expected, s | at most, s | from |\n|---|---|---|---|\n${rows.join("\n")}\n`,
        };
    }),
};


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8225);

/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLaunch */ .M)(context, { commit: inputs.commit ?? "", digest: inputs.digest ?? "" });
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
}


/***/ })

};
