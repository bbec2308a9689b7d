export const id = 442;
export const ids = [442];
export const modules = {

/***/ 5442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clean: () => (/* binding */ clean_clean)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/core/duration.js
var duration = __webpack_require__(8760);
// EXTERNAL MODULE: ./.build/js/core/errors.js
var errors = __webpack_require__(1723);
// EXTERNAL MODULE: ./.build/js/core/figures.js
var figures = __webpack_require__(1395);
// EXTERNAL MODULE: ./.build/js/core/text.js
var core_text = __webpack_require__(4447);
// EXTERNAL MODULE: ./.build/js/stages/leftovers/inventory.js + 3 modules
var inventory = __webpack_require__(4392);
;// CONCATENATED MODULE: ./.build/js/stages/clean.js



/**
 * Removes what a person named, on record with who and why before anything goes. Only while no launch is under way, and
 * never what the list holds.
 */
async function clean(plan, reached, word) {
    return alone(plan, reached, word, async () => {
        const there = await (0,inventory/* leftoversOf */.K)(plan, reached);
        const asked = chosen(there, word);
        const free = asked.filter(({ held }) => held === null);
        await record(reached, free, word);
        const removed = [];
        const stays = asked.flatMap(({ id, held }) => (held === null ? [] : [{ id, why: held }]));
        for (const one of free)
            await one.remove().then(() => removed.push(one), (error) => stays.push({ id: one.id, why: (0,errors/* errorLine */.BP)(error) }));
        return { removed, stays };
    });
}
function chosen(there, { ids, olderThan }) {
    const unknown = ids.filter((id) => !there.some((one) => one.id === id));
    if (unknown.length > 0)
        throw new errors/* UserError */.yo(unknown.map((id) => ({
            code: "clean-unknown",
            what: (0,core_text.t) `nothing that a launch left is called ${id}; nothing was removed`,
            where: "--remove",
            mend: (0,core_text.t) `\`golive clean\` lists what there is`,
        })));
    const before = new Date(Date.now() - (olderThan ?? 0) * 1000).toISOString();
    return there.filter(({ id, since }) => ids.includes(id) || (olderThan !== null && since < before));
}
/** The launch lock is held meanwhile: no launch begins that would need what goes. */
async function alone(plan, { lock, bind }, { by }, work) {
    const mine = {
        release: "clean",
        tag: "",
        commit: "",
        digest: "",
        runId: 0,
        runUrl: "",
        actor: by,
        since: new Date().toISOString(),
    };
    const taken = await lock.take(mine);
    if (!taken.taken)
        throw new errors/* UserError */.yo({
            code: "clean-launch-under-way",
            what: (0,core_text.t) `a launch holds the lock (${taken.owner.actor}, ${taken.owner.tag || taken.owner.release}), and may need what is there`,
            where: plan.control.host,
            mend: (0,core_text.t) `wait until it is over; \`golive status\` says how it stands`,
        });
    bind(taken.token);
    try {
        return await work();
    }
    finally {
        await lock.release(mine);
    }
}
/** With each launch, that what it left was removed; without one, with none. */
async function record({ journal }, items, { by, because }) {
    const releases = [...new Set(items.map(({ release }) => release ?? "none"))];
    const at = new Date().toISOString();
    await journal.append(releases.map((release) => ({
        kind: "cleaned",
        at,
        release,
        run: { id: 0, attempt: 0 },
        items: items.filter((one) => (one.release ?? "none") === release).map(({ id }) => id),
        by,
        because,
    })));
}

// EXTERNAL MODULE: ./.build/js/cli/by-hand.js + 1 modules
var by_hand = __webpack_require__(6690);
;// CONCATENATED MODULE: ./.build/js/cli/clean.js









const cleanOptions = {
    ...by_hand/* options */.f,
    remove: { type: "string", multiple: true, default: [] },
    "all-older-than": { type: "string" },
    json: { type: "boolean", default: false },
};
/** `golive clean`: what launches left behind; with `--remove` or `--all-older-than` it goes, on record. */
async function clean_clean(args, out) {
    const { values, positionals } = (0,external_node_util_.parseArgs)({ args: [...args], options: cleanOptions, allowPositionals: true });
    // `--remove A B C`: what follows the first is meant as well, and nothing else is a word here.
    const ids = [...values.remove, ...(values.remove.length > 0 ? positionals : [])];
    const older = values["all-older-than"];
    const olderThan = older === undefined ? null : (0,duration/* parseDuration */.E)(older);
    const because = (values.because ?? "").trim();
    const removes = ids.length > 0 || older !== undefined;
    const problems = [
        ...(positionals.length > 0 && values.remove.length === 0
            ? [{ what: (0,core_text.t) `"${positionals[0]}" is no word that golive clean knows`, mend: (0,core_text.t) `say --remove ${positionals[0]}` }]
            : []),
        ...(older !== undefined && olderThan === null
            ? [{ what: (0,core_text.t) `"${older}" is not a duration`, where: "--all-older-than", mend: (0,core_text.t) `write 30d or 12h` }]
            : []),
        ...(removes && because === ""
            ? [{ what: (0,core_text.t) `there is no reason`, where: "--because", mend: (0,core_text.t) `say why, for the record` }]
            : []),
    ];
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    await (0,by_hand/* connectPlan */.K)(values, async ({ plan, reached, by }) => {
        if (!removes) {
            const there = await (0,inventory/* leftoversOf */.K)(plan, reached);
            out(values.json ? `${JSON.stringify(there.map(plainly))}\n` : listText(there));
            return;
        }
        const word = { ids, olderThan, by: by === "" ? (0,external_node_os_.userInfo)().username : by, because };
        const { removed, stays } = await clean(plan, reached, word);
        if (values.json)
            out(`${JSON.stringify({ removed: removed.map(plainly), stays })}\n`);
        else
            out([
                ...removed.map(({ id, bytes }) => (0,core_text.t) `removed  ${id} (${(0,figures/* showSize */.tY)(bytes)})`),
                ...stays.map(({ id, why }) => (0,core_text.t) `stays    ${id}: ${why}`),
                ...(removed.length + stays.length === 0 ? [(0,core_text.t) `Nothing is that old.`] : []),
                "",
            ].join("\n"));
        const named = stays.filter(({ id }) => ids.includes(id));
        if (named.length > 0)
            throw new errors/* UserError */.yo(named.map(({ id, why }) => ({ code: "clean-stays", what: (0,core_text.t) `${id} stays: ${why}` })));
    });
}
function plainly({ remove: _, ...said }) {
    return said;
}
function listText(there) {
    if (there.length === 0)
        return (0,core_text.t) `Launches left nothing behind.\n`;
    const lines = there.map(({ id, host, since, bytes, people, held }) => [
        ageText(since).padStart(12),
        (0,figures/* showSize */.tY)(bytes).padStart(10),
        people ? "👤" : "  ",
        `${id} (${host})${held === null ? "" : (0,core_text.t) `; stays: ${held}`}`,
    ].join("  "));
    const all = there.reduce((sum, { bytes }) => sum + bytes, 0);
    return (0,core_text.t) `${lines.join("\n")}\n\n${there.length} things, ${(0,figures/* showSize */.tY)(all)}; 👤 holds people's data. To remove: golive clean --remove ID… --because REASON\n`;
}
function ageText(since) {
    const seconds = Math.max(0, (Date.now() - Date.parse(since)) / 1000);
    return seconds < 172_800 ? (0,figures/* showDuration */.kJ)(Math.round(seconds)) : (0,core_text.t) `${Math.floor(seconds / 86_400)} days`;
}


/***/ })

};
