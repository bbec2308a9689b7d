import { script } from "../core/command.ts";
import { type Host, writeFileCommand } from "../hosts/host.ts";
import type { Balancer, BalancerPlan } from "./balancer.ts";

/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
export function nginxBalancer(plan: Extract<BalancerPlan, { kind: "nginx" }>, hosts: readonly Host[]): Balancer {
  const options = { timeoutSeconds: 30 };
  return {
    async on(reason) {
      // nginx's workers only look whether the file is there; people may read why.
      await Promise.all(hosts.map((host) => host.run(writeFileCommand(plan.flag, `${reason}\n`, "644"))));
    },
    async off() {
      await Promise.all(hosts.map((host) => host.run(script('rm -f -- "$1"', [plan.flag], options))));
    },
    async status() {
      const found = await Promise.all(hosts.map(async (host) => (await host.run(script('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim()));
      return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
    },
  };
}
