export const id = 21;
export const ids = [21];
export const modules = {

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ atKeyboard),
/* harmony export */   Tz: () => (/* binding */ toPerson),
/* harmony export */   oH: () => (/* binding */ withReach)
/* harmony export */ });
/* unused harmony exports commonOptions, planThatCounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4447);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9440);
/* harmony import */ var _plan_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7759);
/* harmony import */ var _stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(207);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6970);
/* harmony import */ var _stages_notices_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8757);










/** What every command of a person at the keyboard takes. */
const commonOptions = {
    plan: { type: "string", default: ".github/golive.yml" },
    "ssh-key-file": { type: "string" },
    because: { type: "string" },
    by: { type: "string" },
};
/** The words of a command, and the context it works in: no run, no GitHub unless given, the plan from a file. */
async function atKeyboard(args, options, out, github = _github_client_js__WEBPACK_IMPORTED_MODULE_5__/* .githubAway */ .sX) {
    const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({
        args: [...args],
        options: { ...commonOptions, ...options },
        allowPositionals: true,
    });
    const { plan: file, by = "", because = "", "ssh-key-file": key, } = values;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `there is no such file`,
            where: file,
            mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `name the plan with --plan FILE`,
        });
    });
    const given = process.env["GOLIVE_NOTICES"];
    const context = {
        github,
        log: toPerson(out),
        run: { id: 0, attempt: process.pid, actor: by.trim() === "" ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username : by.trim() },
        sshKey: key === undefined ? "" : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(key, "utf8"),
        planFile: file,
        planText: text,
        jobDirectory: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        noticeKeys: given === undefined ? undefined : (0,_stages_notices_js__WEBPACK_IMPORTED_MODULE_9__/* .readKeys */ .x4)(given),
        signal: ended(),
    };
    return { values, positionals, context, because: because.trim(), by: by.trim() };
}
/** Ctrl-C ends what runs on the hosts, as a cancelled run does. */
function ended() {
    const abort = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"])
        process.once(signal, () => abort.abort());
    return abort.signal;
}
function toPerson(out) {
    const warn = (text) => out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__.t) `Warning: ${text}\n`);
    return { info: (text) => out(`${text}\n`), warn, error: warn };
}
/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
async function planThatCounts(context) {
    const read = (0,_plan_load_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlan */ .vS)(context.planText, context.planFile);
    const last = await lastOf(context);
    if (last !== null && (last.state.ended === null || !read.ok)) {
        for (const text of last.told)
            context.log.warn(text);
        return last.plan;
    }
    if (!read.ok)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(read.problems);
    return read.plan;
}
async function lastOf(context) {
    try {
        return await (0,_stages_find_launch_js__WEBPACK_IMPORTED_MODULE_7__/* .findLaunch */ .j)(context, "last");
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo && error.problems[0]?.code === "launch-not-found")
            return null;
        throw error;
    }
}
/** The hosts of the plan that counts, open while the work lasts. */
async function withReach(context, work) {
    const plan = await planThatCounts(context);
    const reached = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_8__/* .reach */ .gl)(plan, context);
    try {
        return await work(plan, reached);
    }
    finally {
        await reached.close();
    }
}


/***/ }),

/***/ 5402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checklistByHand: () => (/* binding */ checklistByHand)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9440);
/* harmony import */ var _stages_find_launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(207);
/* harmony import */ var _stages_say_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6489);
/* harmony import */ var _stages_opened_launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3581);
/* harmony import */ var _at_keyboard_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1572);







const options = { repository: { type: "string" } };
/** `golive checklist`: tells GitHub what was done while it was gone. Changes nothing but the checklist. */
async function checklistByHand(args, out) {
    const { values, context } = await (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_6__/* .atKeyboard */ .RE)(args, options, out);
    const { state } = await (0,_stages_find_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .findLaunch */ .j)(context, "last");
    const github = githubOf(values.repository ?? state.plan?.repository ?? "", out);
    const { launch, close } = await (0,_stages_opened_launch_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLaunch */ .u7)({ ...context, github }, "last");
    try {
        await (0,_stages_say_js__WEBPACK_IMPORTED_MODULE_4__/* .catchUp */ .xA)(launch);
        await (0,_stages_say_js__WEBPACK_IMPORTED_MODULE_4__/* .closeRolledBack */ ._F)(launch);
        const owed = launch.state().owed.size;
        if (owed > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                code: "still-owed",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${owed} {0:comment|comments|comments} could not be written yet`,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `try again once GitHub answers`,
            });
        out((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `The checklist #${launch.release.issue} is up to date.\n`);
    }
    finally {
        await close();
    }
}
/** `repository`: OWNER/NAME of github.com, or the whole address of one elsewhere. */
function githubOf(repository, out) {
    const token = process.env["GITHUB_TOKEN"] ?? process.env["GH_TOKEN"] ?? "";
    const found = /^(?:(https?:\/\/[^/]+)\/)?([\w.-]+\/[\w.-]+)$/.exec(repository);
    const problems = [
        ...(token === ""
            ? [
                {
                    code: "no-token",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `there is no token for GitHub`,
                    where: "GITHUB_TOKEN",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `set it to one that may write issues of the repository`,
                },
            ]
            : []),
        ...(found === null
            ? [
                {
                    code: "no-repository",
                    what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `it is not known which repository has the checklist`,
                    where: "--repository",
                    mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `name it: golive checklist --repository OWNER/NAME`,
                },
            ]
            : []),
    ];
    if (problems.length > 0 || found === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
    const [, server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com", name = ""] = found;
    const usual = server === "https://github.com" ? "https://api.github.com" : `${server}/api/v3`;
    const apiUrl = process.env["GITHUB_API_URL"] ?? usual;
    return (0,_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitHub */ .o6)({ token, repository: name, apiUrl, serverUrl: server }, (0,_at_keyboard_js__WEBPACK_IMPORTED_MODULE_6__/* .toPerson */ .Tz)(out));
}


/***/ }),

/***/ 3581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ wantedOf),
/* harmony export */   p$: () => (/* binding */ openedLaunch),
/* harmony export */   u7: () => (/* binding */ lastLaunch)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1723);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4447);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7589);
/* harmony import */ var _find_launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(207);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6970);





/** The launch of a tag (or `#12`, its checklist) that visitors could notice, whatever became of it but a way back that is through. */
async function openedLaunch(context, tagOrIssue) {
    const opened = await lastLaunch(context, wantedOf(tagOrIssue));
    const { release, plan } = opened.launch;
    const state = opened.launch.state();
    const where = `${plan.control.host}:${plan.control.directory}`;
    try {
        if (state.ended?.outcome === "rolled-back")
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                code: "rolled-back-already",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `${release.tag} was rolled back already`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `nothing is left to do; \`golive status\` says how it stands`,
            });
        if (!(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .touched */ .FI)(state))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
                code: "nothing-to-take-back",
                what: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `the launch of ${release.tag} changed nothing`,
                where,
                mend: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__.t) `nothing has to be taken back; \`golive status\` says how it stands`,
            });
        return opened;
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
function wantedOf(tagOrIssue) {
    const number = /^#([1-9]\d{0,9})$/.exec(tagOrIssue.trim())?.[1];
    return number === undefined ? { tag: tagOrIssue } : { issue: Number(number) };
}
/** The last launch as its record has it, with its own plan. What became otherwise since is told, and on the checklist. */
async function lastLaunch(context, wanted) {
    const { plan, release, entries, told } = await (0,_find_launch_js__WEBPACK_IMPORTED_MODULE_3__/* .findLaunch */ .j)(context, wanted);
    const reached = await (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .reach */ .gl)(plan, context);
    try {
        const launch = (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .launchOf */ .v4)(context, plan, release, reached, entries);
        for (const text of told) {
            context.log.warn(text);
            if (!launch.state().notes.some((note) => note.text === text))
                await launch.record({ kind: "note", text });
        }
        return { launch, reached, close: () => launch.close() };
    }
    catch (error) {
        await reached.close();
        throw error;
    }
}


/***/ })

};
