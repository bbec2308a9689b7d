export const id = 612;
export const ids = [612];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ approved),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/** Inputs that every action has. */
const common = {
    token: { required: true },
    plan: { required: true },
    "ssh-key": {},
    "notice-keys": {},
};
/** Inputs of the stages after `plan`: what the gate let through. */
const approved = { ...common, launch: { required: true } };
function outcomeOf(state) {
    return state.ended?.outcome ?? "";
}


/***/ }),

/***/ 5551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_action)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/core/command.js
var command = __webpack_require__(5795);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/hosts/ssh-problem.js
var ssh_problem = __webpack_require__(6528);
;// CONCATENATED MODULE: ./.build/js/stages/outlive.js





/** What a restart of a server takes, and then some. */
const patience = { withinSeconds: 300, everySeconds: 3 };
/** Waits until every host answers, at most so long: one that was restarted comes back. What does not is for the work to meet. */
async function awaitHosts(hosts, { withinSeconds, everySeconds, ...o }) {
    const until = Date.now() + withinSeconds * 1000;
    let told = false;
    for (;;) {
        const looks = await Promise.all(hosts.map(silence));
        const silent = looks.filter((look) => look !== null);
        if (silent.length === 0 || Date.now() >= until || o.signal.aborted)
            return;
        if (!told)
            o.log.info((0,core_text.t) `waiting for ${silent.join("; ")} (at most ${withinSeconds} s)`);
        told = true;
        await (0,promises_.setTimeout)(everySeconds * 1000, undefined, { signal: o.signal }).catch(() => { });
    }
}
/** Why a host cannot be reached; null when it can, or when waiting would not mend it. */
async function silence(host) {
    try {
        await host.attempt((0,command/* script */.K$)(":", [], { timeoutSeconds: 30 }));
        return null;
    }
    catch (error) {
        return lostConnection(error) ? `${host.name}: ${(0,errors/* errorLine */.BP)(error)}` : null;
    }
}
/**
 * Work that looks at the world each time it is begun: when a connection breaks in it, it is begun again once the hosts
 * answer. Anything else that fails is the caller's.
 */
async function outliveRestarts(launch, work, most = 3) {
    for (let times = 1;; times++) {
        try {
            return await work();
        }
        catch (error) {
            if (!lostConnection(error) || times > most || launch.signal.aborted)
                throw error;
            launch.log.info((0,core_text.t) `a connection broke; once the hosts answer this is done again (${times} of ${most})`);
            await awaitHosts(launch.hosts.all, { ...patience, log: launch.log, signal: launch.signal });
            // What the broken connection left running does not go on beside it.
            if (!(await launch.shutOutOwn()))
                throw error;
            await launch.refresh();
        }
    }
}
function lostConnection(error) {
    if (error instanceof errors/* StepError */.zg)
        return lostConnection(error.cause);
    return error instanceof errors/* UserError */.yo && error.problems.some(({ code }) => code === ssh_problem/* connectionLost */.B);
}

// EXTERNAL MODULE: ./.build/js/stages/rollback.js + 1 modules
var rollback = __webpack_require__(8383);
// EXTERNAL MODULE: ./.build/js/actions/action.js
var action = __webpack_require__(9468);
// EXTERNAL MODULE: ./.build/js/actions/with-launch.js
var with_launch = __webpack_require__(1844);
;// CONCATENATED MODULE: ./.build/js/actions/rollback.js




const rollback_action = {
    inputs: action/* approved */.CJ,
    outputs: ["outcome"],
    run: (context, inputs) => (0,with_launch/* withLaunch */.Q)(context, inputs, async (launch) => {
        await outliveRestarts(launch, () => (0,rollback/* rollback */.dU)(launch));
        return { outputs: { outcome: (0,action/* outcomeOf */.sG)(launch.state()) } };
    }, 
    // What stopped the launch may have been a restart, and then the host is back in a moment.
    {
        ready: ({ hosts }) => awaitHosts(hosts.all, { ...patience, log: context.log, signal: context.signal }),
    }),
};


/***/ }),

/***/ 1844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ withLaunch)
/* harmony export */ });
/* harmony import */ var _core_approved_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);
/* harmony import */ var _stages_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);


/** Joins the launch, does the work, and leaves the checklist as true as the journal however the work ended. */
async function withLaunch(context, inputs, work, before = {}) {
    const launch = await (0,_stages_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLaunch */ .M)(context, (0,_core_approved_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApproved */ .h)(inputs.launch ?? ""), before);
    try {
        return await work(launch);
    }
    finally {
        await launch.close();
    }
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
