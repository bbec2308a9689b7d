export const id = 567;
export const ids = [567];
export const modules = {

/***/ 2567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sudoers: () => (/* binding */ sudoers)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/plan/load.js + 6 modules
var load = __webpack_require__(7759);
// EXTERNAL MODULE: ./.build/js/stages/rights.js
var rights = __webpack_require__(5579);
;// CONCATENATED MODULE: ./.build/js/stages/sudoers.js

/** `local`: who the runner is, on hosts that it is itself on. */
function sudoersOf(plan, local) {
    return Object.entries(plan.hosts).flatMap(([host, how]) => {
        const connection = how.connect === "ssh" ? how.user : local;
        const lines = (0,rights/* rightsOn */.p)(plan, host).flatMap((right) => lineOf(right, right.by ?? connection) ?? []);
        return lines.length === 0 ? [] : [{ host, lines }];
    });
}
/** Root and the user itself need no line. */
function lineOf({ as, words }, user) {
    if (user === "root" || user === as)
        return null;
    return `${user} ALL=(${as}) NOPASSWD: ${words === null ? "ALL" : commandText(words)}`;
}
/** A line names a file by its whole path; where only a program's name is known, where Debian and Fedora have it. */
function commandText([file = "", ...args]) {
    const path = file.startsWith("/") ? file : `/usr/bin/${file}`;
    // A regular expression would begin so.
    const words = args.map(spell).join(" ").replace(/^\^/, "\\^");
    return `${spell(path)} ${args.length === 0 ? '""' : words}`;
}
/** One word for sudoers(5): nothing in it is a wildcard, or the end of a command. */
function spell(word) {
    if (word === "")
        return '""';
    // A backslash is read twice: by the file's parser, and by the one of patterns.
    return word.replaceAll("\\", "\\\\").replaceAll(/[\\,:=#!*?[\] \t]/g, "\\$&");
}

;// CONCATENATED MODULE: ./.build/js/cli/sudoers.js







const options = {
    plan: { type: "string", default: ".github/golive.yml" },
    host: { type: "string" },
    user: { type: "string" },
};
/** `golive sudoers`: the lines that the plan needs, host by host. Asks no host. */
async function sudoers(args, out) {
    const { values } = (0,external_node_util_.parseArgs)({ args: [...args], options });
    const text = await (0,promises_.readFile)(values.plan, "utf8").catch(() => {
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `there is no such file`,
            where: values.plan,
            mend: (0,core_text.t) `name the plan with --plan FILE`,
        });
    });
    const plan = (0,load/* loadPlan */.Yq)(text, values.plan);
    if (values.host !== undefined && plan.hosts[values.host] === undefined)
        throw new errors/* UserError */.yo({
            what: (0,core_text.t) `the plan has no host ${values.host}`,
            where: "--host",
            mend: (0,core_text.t) `use one of: ${Object.keys(plan.hosts).join(", ")}`,
        });
    const all = sudoersOf(plan, values.user ?? (0,external_node_os_.userInfo)().username);
    const wanted = all.filter(({ host }) => values.host === undefined || host === values.host);
    for (const { host, lines } of wanted)
        out(`# ${host}: /etc/sudoers.d/golive\n${lines.join("\n")}\n`);
    if (wanted.length === 0)
        out(`# ${(0,core_text.t) `this plan runs nothing with sudo there`}\n`);
}


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ rightsOn)
/* harmony export */ });
/* harmony import */ var _hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3019);
/* harmony import */ var _plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5212);
/* harmony import */ var _services_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);
/* harmony import */ var _services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5048);
/* harmony import */ var _back_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6622);
/* harmony import */ var _certificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3448);
/* harmony import */ var _deploy_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5058);







/** All that golive runs as another user on a host, each once: what sudoers has to let it, and what is tried by day. */
function rightsOn(plan, host) {
    const all = [...usersOn(plan, host), ...golivesOwn(plan, host), ...ofThePlan(plan, host)];
    const byKey = new Map(all.map((right) => [JSON.stringify([right.by ?? "", right.as, right.words]), right]));
    return [...byKey.values()];
}
/** Users that any command may run as. */
function usersOn(plan, host) {
    const { deploy, database, dns, "load-balancer": balancer } = plan;
    const restore = plan.prepare["test-restore"];
    const server = restore?.server;
    const named = [
        deploy.hosts.includes(host) ? deploy["run-as"] : undefined,
        database.host === host ? database["run-as"] : undefined,
        balancer.kind === "haproxy" && balancer.hosts.includes(host) ? balancer["run-as"] : undefined,
        server?.host === host ? server["run-as"] : undefined,
        // The throwaway server for the newest backup runs as a user that gets nowhere else.
        restore !== undefined && server === undefined && database.host === host ? restore["run-as"] : undefined,
        ...(0,_plan_files_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOf */ .R)(plan).map((place) => (place.host === host ? place.user : undefined)),
        ...dns.map((change) => (change.kind === "rfc2136" && change.host === host ? change["run-as"] : undefined)),
    ];
    return named.flatMap((as) => (as === undefined ? [] : [{ as, words: null }]));
}
/** Commands that golive puts sudo before, where the plan says so. */
function golivesOwn(plan, host) {
    const { services, certificates } = plan;
    return [
        ...(services.hosts.includes(host) ? (0,_services_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceRights */ .PQ)(services, host) : []),
        ...services.pause.flatMap((work) => (work.host === host ? (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduledRights */ .z0)(work, (0,_services_scheduled_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsPlace */ .t9)(plan, work)) : [])),
        ...certificates.flatMap((certificate) => (certificate.host === host ? (0,_certificates_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateRights */ .Vp)(certificate) : [])),
    ];
}
/** Commands of the plan that begin with sudo themselves. */
function ofThePlan(plan, host) {
    const { deploy, verify, "load-balancer": balancer } = plan;
    const owner = deploy["run-as"];
    const forward = deploy.steps.filter((step) => (0,_deploy_order_js__WEBPACK_IMPORTED_MODULE_4__/* .stepHosts */ .z2)(plan, step).includes(host));
    const back = [...(0,_back_order_js__WEBPACK_IMPORTED_MODULE_2__/* .ownBack */ ._)(plan, "before-start"), ...(0,_back_order_js__WEBPACK_IMPORTED_MODULE_2__/* .ownBack */ ._)(plan, "after-start")].filter((own) => own.host === host);
    const steps = [...forward, ...back];
    const checks = verify.checks.flatMap((check) => (check.kind === "command" && check.host === host ? [check.run] : []));
    return [...(balancer.kind === "command" && balancer.host === host ? balancerWords(balancer) : []), ...checks]
        .map((words) => (0,_hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__/* .rightOf */ .A)(words))
        .concat(steps.map(({ run }) => (0,_hosts_sudo_js__WEBPACK_IMPORTED_MODULE_6__/* .rightOf */ .A)(run, owner)))
        .flatMap((right) => right ?? []);
}
function balancerWords({ on, off, status, bypass, drain, }) {
    return [on, off, status, ...(bypass ? [bypass.on, bypass.off] : []), ...(drain ? [drain.running] : [])];
}


/***/ })

};
