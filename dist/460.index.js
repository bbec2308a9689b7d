export const id = 460;
export const ids = [460];
export const modules = {

/***/ 9460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1723);
/* harmony import */ var _core_log_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4654);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4447);
/* harmony import */ var _locale_locale_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(492);
/* harmony import */ var _plan_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7759);
/* harmony import */ var _plan_unsaid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6162);







const usage = () => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `golive validate FILE...                      check plan files; exit 1 when one does not hold
golive status                                what state the launch and the site are in
golive rollback --because REASON             go back to the release before, without GitHub; says what it sets aside first
golive maintenance off --because REASON      open the site as it is, on record, and end the launch under way
golive bypass                                how a tester gets past the maintenance page while it is up; prints a secret
golive unlock --by NAME --because REASON     break the lock of a run that does nothing any more, on record
golive recover                               list what a rollback set aside, and write the rows to a file on the database host
golive sudoers [--host NAME] [--user NAME]   print the lines that sudoers needs for a plan, host by host
golive clean [--json]                        list what launches left behind: age, size, whether people's data is in it
golive clean --remove ID… --because REASON   remove some of it, on record; or --all-older-than 30d
golive checklist                             tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)
golive help                                  this text

All but validate and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.
rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.
`;
/** Commands that reach the hosts of a plan; loaded when they are asked for. */
const commands = {
    status: async () => (await Promise.all(/* import() */[__webpack_require__.e(404), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(704)]).then(__webpack_require__.bind(__webpack_require__, 5704))).status,
    recover: async () => (await Promise.all(/* import() */[__webpack_require__.e(404), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(704)]).then(__webpack_require__.bind(__webpack_require__, 5704))).recover,
    bypass: async () => (await Promise.all(/* import() */[__webpack_require__.e(404), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(704)]).then(__webpack_require__.bind(__webpack_require__, 5704))).bypass,
    unlock: async () => (await Promise.all(/* import() */[__webpack_require__.e(404), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(704)]).then(__webpack_require__.bind(__webpack_require__, 5704))).unlock,
    clean: async () => (await Promise.all(/* import() */[__webpack_require__.e(286), __webpack_require__.e(633), __webpack_require__.e(392), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 5442))).clean,
    sudoers: async () => (await __webpack_require__.e(/* import() */ 567).then(__webpack_require__.bind(__webpack_require__, 2567))).sudoers,
    "maintenance off": async () => (await Promise.all(/* import() */[__webpack_require__.e(404), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(704)]).then(__webpack_require__.bind(__webpack_require__, 5704))).maintenanceOff,
    rollback: async () => (await Promise.all(/* import() */[__webpack_require__.e(523), __webpack_require__.e(138), __webpack_require__.e(210), __webpack_require__.e(30), __webpack_require__.e(404), __webpack_require__.e(693), __webpack_require__.e(909), __webpack_require__.e(286), __webpack_require__.e(954), __webpack_require__.e(638), __webpack_require__.e(383), __webpack_require__.e(782)]).then(__webpack_require__.bind(__webpack_require__, 7782))).rollbackByHand,
    checklist: async () => (await __webpack_require__.e(/* import() */ 21).then(__webpack_require__.bind(__webpack_require__, 5402))).checklistByHand,
};
/** The command line; returns the exit code. */
/** In a step of a workflow a runner reads what is printed, at a keyboard a terminal does: neither obeys a text. */
function main(args, out, err) {
    return commandLine(args, (text) => out((0,_core_log_text_js__WEBPACK_IMPORTED_MODULE_6__/* .logText */ .k)(text)), (text) => err((0,_core_log_text_js__WEBPACK_IMPORTED_MODULE_6__/* .logText */ .k)(text)));
}
async function commandLine(args, out, err) {
    // Until a plan says otherwise.
    (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .speak */ .Lr)((0,_locale_locale_js__WEBPACK_IMPORTED_MODULE_3__/* .languageOf */ .eX)(/^[a-z]{2}/.exec(process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "")?.[0]));
    const [name, ...rest] = args;
    if (name === "validate")
        return validate(rest.length > 0 ? rest : [".github/golive.yml"], out, err);
    const twoWords = name === "maintenance" && rest[0] === "off";
    const key = twoWords ? "maintenance off" : (name ?? "");
    const load = Object.hasOwn(commands, key) ? commands[key] : undefined;
    if (load !== undefined)
        return run(await load(), twoWords ? rest.slice(1) : rest, out, err);
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
        out(usage());
        return name === undefined ? 2 : 0;
    }
    err((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `golive: there is no command "${name}"\n${usage()}`);
    return 2;
}
async function run(command, args, out, err) {
    try {
        await command(args, out);
        return 0;
    }
    catch (error) {
        const words = error.code?.startsWith("ERR_PARSE_ARGS");
        err(`${words ? error.message : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}\n`);
        return 1;
    }
}
async function validate(files, out, err) {
    let code = 0;
    for (const file of files) {
        let text;
        try {
            text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
        }
        catch (error) {
            const missing = error.code === "ENOENT";
            err(`${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)({ what: missing ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `there is no such file` : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorLine */ .BP)(error), where: file, mend: missing ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `start from examples/golive.yml` : (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `check its rights` })}\n`);
            code = 1;
            continue;
        }
        const result = (0,_plan_load_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)(text, file);
        const asked = result.ok ? (0,_plan_unsaid_js__WEBPACK_IMPORTED_MODULE_5__/* .unsaid */ .D)(result.plan, file) : [];
        if (result.ok && asked.length === 0)
            out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${file}: the plan holds (${result.plan.service}, ${result.plan.verify.checks.length} {2:check|checks|checks})\n`);
        else {
            const problems = result.ok ? asked : result.problems;
            err(`${problems.map(_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI).join("\n")}\n${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__.t) `${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}`}\n`);
            code = 1;
        }
    }
    return code;
}


/***/ }),

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unsaid)
/* harmony export */ });
/* harmony import */ var _files_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4910);
/* harmony import */ var _rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5549);


/**
 * What whoever launches has to say once. Asked where a launch is planned, and never on the way back: a plan that was
 * launched before this was asked is still a plan.
 */
function unsaid(plan, file) {
    return [...(0,_files_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .filesUnsaid */ .S)(plan, file), ...(0,_rollback_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .stepsUnsaid */ .md)(plan, file)];
}


/***/ })

};
